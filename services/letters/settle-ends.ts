import type { Transaction } from '../../db/connection.ts';
import type { Deps } from '../deps.ts';
import { officeDay } from './format-date.ts';
import { type Ends, endsOf, remedyNamed } from './remedies.ts';
import { type LetterRow, updateEnds } from './store.ts';

type Known = { delivered?: Temporal.PlainDate; retrieved?: Temporal.PlainDate };

/** Works the dates of a decision out again from what is known now, and stores them. */
export const settleEnds = async (
  trx: Transaction,
  deps: Pick<Deps, 'config'>,
  letter: LetterRow,
  known: Known,
): Promise<Ends | undefined> => {
  if (!letter.zustellung) return undefined;
  const ends = endsOf(
    {
      delivery: letter.zustellung,
      sent: Temporal.PlainDate.from(officeDay(letter.at)),
      fictionDays: deps.config.bekanntgabeFiktionTage,
      shift: deps.config.bekanntgabeVerschieben,
      ...known,
    },
    remedyNamed(letter.rechtsbehelf),
    letter.belehrt,
  );
  await updateEnds(trx, letter.letterId, { ...ends, ...(known.delivered ? { zugestelltAm: known.delivered.toString() } : {}) });
  return ends;
};
