import Joi from 'joi';
import { flag, inBothLanguages, rowOfList, text } from './read-list.ts';
import type { Unterlage } from './rows.ts';

const need = Joi.object({
  anliegen: text,
  duldungsgrund: text,
  oder: Joi.array().items(text).min(1),
  norm: text,
}).xor('anliegen', 'duldungsgrund');

export const unterlage = rowOfList<Unterlage>({
  imBrief: text.required(),
  portal: inBothLanguages.required(),
  hinweisImPortal: inBothLanguages,
  noetig: Joi.array().items(need).min(1),
  stellungnahme: flag,
  alleAnderen: flag,
});
