import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { formatDay } from '../format-date.ts';
import { plainLetters } from '../plain-letters.ts';
import type { LetterData } from '../render-letter.ts';
import { sendLetter } from '../send-letter.ts';

type In = { caseId: string; briefArt: string; werte: Record<string, unknown> | null };

const letters = plainLetters();
const day = /^\d{4}-\d{2}-\d{2}(T.+)?$/;

/** Undefined for what no sentence can hold: yes and no, nothing, a context. */
const inWords = (value: unknown): string | undefined => {
  if (typeof value === 'number') return value.toLocaleString('de-DE');
  if (typeof value !== 'string' || value === '') return undefined;
  return day.test(value) ? formatDay(value) : value;
};

const valuesFor = (briefArt: string, found: Readonly<Record<string, unknown>>): LetterData => {
  const { texts, lists } = letters.get(briefArt) ?? { texts: [], lists: [] };
  const missing = (name: string) => new Error(`Der Brief „${briefArt}“ braucht „${name}“; das ist weder zugeordnet noch gefragt worden.`);
  const data: LetterData = {};
  for (const name of texts) {
    const text = inWords(found[name]);
    if (text === undefined) throw missing(name);
    data[name] = text;
  }
  for (const name of lists) {
    const items = [found[name]].flat().flatMap((each) => inWords(each) ?? []);
    if (items.length === 0) throw missing(name);
    data[name] = items;
  }
  return data;
};

/**
 * Sends the letter `briefArt` once per step reached: a round that comes here again sends it again, a job that comes twice does not. Its placeholders are
 * filled from `werte`, else from the answers of the case's forms, so that what people wrote need not go through the engine. Days and numbers are written
 * as a reader knows them. Decisions and what names a remedy are not its letters. Of a hidden matter nobody outside its circle may learn.
 */
export default defineWorker<In>({
  input: {
    caseId: Joi.string().uuid().required(),
    briefArt: Joi.string()
      .valid(...letters.keys())
      .required(),
    werte: Joi.object().unknown().allow(null).default({}),
  },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, briefArt, werte } = job.variables;
      const { facts, hidden } = await getCase(trx, caseId);
      if (hidden) throw new Error('Zu einem verdeckten Vorgang geht kein Brief hinaus.');
      const data = valuesFor(briefArt, { ...facts, ...werte });
      const businessKey = `${caseId}:${briefArt}:${job.elementInstanceKey}`;
      await sendLetter(trx, deps, { caseId, type: briefArt, businessKey, data, by: 'Lotse', elementId: job.elementId });
      return {};
    }),
});
