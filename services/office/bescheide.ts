import Joi from 'joi';
import { flag, rowOfList, text } from './read-list.ts';
import type { Bescheid, Leistung } from './rows.ts';

export const bescheid = rowOfList<Bescheid>({
  schreiben: text,
  gezeichnet: flag,
  zustellung: Joi.valid('POST', 'PZU', 'PORTAL', 'AUSHAENDIGUNG'),
  rechtsbehelf: Joi.valid('WIDERSPRUCH', 'KLAGE'),
  kannBelasten: flag,
  widerspruch: Joi.object({ gegen: text.required(), wirkung: text.required() }),
}).and('schreiben', 'zustellung');

export const leistung = rowOfList<Leistung>({ imBrief: text, wieAbgelehnte: text });
