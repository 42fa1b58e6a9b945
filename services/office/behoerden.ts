import Joi from 'joi';
import { type OfficeRow, rowOfList, text } from './read-list.ts';

/** An authority that Lotse asks, and what it may answer. */
export type Behoerde = OfficeRow & {
  /** Its name in sentences: as their subject ("Die …"), after "Anfrage an", after "Antwort". */
  satz: { wer: string; an: string; von: string };
  antworten: OfficeRow[];
  /** The message that carries an answer to the process that waits for it, and the variable the answer's code stands in. None: no process waits. */
  nachricht?: { name: string; variable: string };
  /** Asked at once and not waited for: the register of foreigners. */
  register?: true;
  /** Its answers go to services/security and nowhere else. */
  sicherheit?: true;
  /** Its silence is consent after a period (§ 36 (2) BeschV). */
  fiktion?: true;
};

const flag = Joi.valid(true);

export const behoerde = rowOfList<Behoerde>({
  satz: Joi.object({ wer: text.required(), an: text.required(), von: text.required() }).required(),
  antworten: Joi.array().items(rowOfList()).min(1).required(),
  nachricht: Joi.object({ name: text.required(), variable: text.required() }),
  register: flag,
  sicherheit: flag,
  fiktion: flag,
});
