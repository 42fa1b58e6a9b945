import Joi from 'joi';
import { flag, inBothLanguages, rowOfList, text } from './read-list.ts';
import type { Frist } from './rows.ts';

const MOST_DAYS = 400;
const days = Joi.number().integer().min(1).max(MOST_DAYS);

export const frist = rowOfList<Frist>({
  verlauf: text.required(),
  tage: days.required(),
  erinnerungTage: days,
  regel: Joi.valid('exakt', 'werktag', 'fiktion').required(),
  gesetz: text,
  behoerde: flag,
  sicherheit: flag,
  unterlagenErwartet: flag,
  stellungnahmeErwartet: flag,
  zahlungErwartet: flag,
  vermerk: flag,
  papierLaeuftAb: flag,
  legtWiederVor: flag,
  hinweis: inBothLanguages,
  portal: Joi.object({ auf: inBothLanguages.required(), danach: inBothLanguages.required() }),
});
