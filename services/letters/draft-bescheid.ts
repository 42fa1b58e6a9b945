import type { Transaction } from '../../db/connection.ts';
import { getCase, latestAuthor } from '../cases/index.ts';
import { insertBescheid } from './bescheide-store.ts';
import { formatDay } from './format-date.ts';
import { office } from './office.ts';
import type { LetterData } from './render-letter.ts';
import { composeLetter, type SendDeps } from './send-letter.ts';

export const bescheidTypen = ['DULDUNG', 'DUL'] as const;
export type BescheidTyp = (typeof bescheidTypen)[number];

type Facts = Record<string, unknown>;

/** `signed`: an adverse decision goes out under the signature of a second person only. */
export const bescheidKinds: Record<BescheidTyp, { letter: string; signed: boolean; data: (facts: Facts) => LetterData }> = {
  DULDUNG: {
    letter: 'duldung',
    signed: false,
    data: (facts) => ({ gueltigBis: formatDay(textFact(facts, 'gueltigBis', 'Das Enddatum der Duldung')), regeln: rulesOf(facts) }),
  },
  DUL: {
    letter: 'bescheid-dul',
    signed: true,
    data: (facts) => ({
      begruendung: textFact(facts, 'begruendung', 'Die Begründung der Ablehnung'),
      verwaltungsgericht: office.verwaltungsgericht,
    }),
  },
};

const textFact = (facts: Facts, name: string, label: string): string => {
  const value = facts[name];
  if (typeof value !== 'string' || value.trim() === '')
    throw new Error(`${label} fehlt (${name}); ohne sie kann der Bescheid nicht geschrieben werden.`);
  return value.trim();
};

const work: Record<string, string> = {
  VERBOTEN: 'Sie dürfen nicht arbeiten.',
  MIT_ERLAUBNIS: 'Sie dürfen nur arbeiten, wenn wir es vorher erlauben.',
  ERLAUBT: 'Sie dürfen arbeiten.',
};

const rulesOf = (facts: Facts): string[] => [
  work[String(facts.erwerb)] ?? 'Ob Sie arbeiten dürfen, steht auf Ihrer Duldung.',
  ...(facts.wohnsitzauflage === true ? ['Sie müssen an dem Ort wohnen, der auf Ihrer Duldung steht.'] : []),
  ...(typeof facts.auflagenText === 'string' && facts.auflagenText.trim() ? [facts.auflagenText.trim()] : []),
];

/** Writes the draft from the case's facts. The author is whoever completed the last step; a second person must sign what is adverse. */
export const draftBescheid = async (
  trx: Transaction,
  deps: SendDeps,
  order: { caseId: string; typ: BescheidTyp; jobKey: string },
): Promise<{ bescheidId: string; zeichnungNoetig: boolean }> => {
  const found = await getCase(trx, order.caseId);
  const kind = bescheidKinds[order.typ];
  const { subject, blocks, exactHash } = await composeLetter(trx, deps, { found, type: kind.letter, data: kind.data(found.facts) });
  const bescheid = await insertBescheid(trx, {
    caseId: order.caseId,
    typ: order.typ,
    draft: { type: kind.letter, subject, blocks },
    exactHash,
    author: (await latestAuthor(trx, order.caseId)) ?? null,
    jobKey: order.jobKey,
    at: new Date(deps.clock.now().epochMilliseconds),
  });
  return { bescheidId: bescheid.bescheidId, zeichnungNoetig: kind.signed };
};
