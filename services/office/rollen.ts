import Joi from 'joi';
import { homes } from './homes.ts';
import { flag, rowOfList, text } from './read-list.ts';
import { rightNames } from './right-names.ts';
import type { Rolle, Sachgebiet, Team } from './rows.ts';

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
