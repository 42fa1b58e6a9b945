import Joi from 'joi';
import { flag, rowOfList, text } from './read-list.ts';
import { rightNames } from './right-names.ts';
import type { Home, Rolle, Sachgebiet, Team } from './rows.ts';

/** Of several roles the first of these is where a person's day begins. */
export const homes: readonly Home[] = ['portal', 'fragen', 'aufgaben', 'protokoll', 'karte'];

export const rolle = rowOfList<Rolle>({
  // What stands behind a hyphen is the section: sb-sg4.
  code: Joi.string()
    .pattern(/^[a-z]+$/)
    .required(),
  jeSachgebiet: flag,
  sachgebiet: text,
  sachbearbeitung: flag,
  recht: flag,
  leitung: flag,
  schalter: flag,
  verdeckt: flag,
  antragstellend: flag,
  beginnt: Joi.valid(...homes).required(),
  darf: Joi.array()
    .items(Joi.valid(...rightNames))
    .unique()
    .required(),
});

export const sachgebiet = rowOfList<Sachgebiet>({ schalter: flag, verdeckt: flag, vorZuordnung: flag });

export const team = rowOfList<Team>({ sachgebiet: text.required() });
