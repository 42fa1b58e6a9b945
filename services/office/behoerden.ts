import Joi from 'joi';
import { flag, rowOfList, text } from './read-list.ts';
import type { AntwortEinerBehoerde, Behoerde } from './rows.ts';

const antwort = rowOfList<AntwortEinerBehoerde>({ erkenntnis: flag, widerspruch: Joi.valid('BESTAETIGT', 'GEAENDERT', 'AUFGEHOBEN') });

export const behoerde = rowOfList<Behoerde>({
  satz: Joi.object({ wer: text.required(), an: text.required(), von: text.required() }).required(),
  antworten: Joi.array().items(antwort).min(1).unique('code').required(),
  nachricht: Joi.object({ name: text.required(), variable: text.required() }),
  register: flag,
  sicherheit: flag,
  fiktion: flag,
});
