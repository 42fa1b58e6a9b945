import Joi from 'joi';
import { flag, inBothLanguages, rowOfList, text } from './read-list.ts';
import type { Anliegen } from './rows.ts';

const angaben = Joi.object().pattern(text, Joi.alternatives(text, Joi.boolean()));

export const anliegen = rowOfList<Anliegen>({
  portal: inBothLanguages,
  verdeckt: flag,
  aufAntrag: flag,
  sicherheitsvorgang: flag,
  titelArt: text,
  schritteImPortal: flag,
  ruecknahme: inBothLanguages,
  onlineAntrag: Joi.object({ angaben: angaben.required(), unterlagen: Joi.array().items(text).min(1).required() }),
  verlaengerung: Joi.object({ angaben: angaben.required() }),
  grundlage: Joi.object({ code: text.required(), gruende: Joi.array().items(text).min(1).required() }),
});
