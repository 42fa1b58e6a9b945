import { getRowWith, groupInSection } from '../office/index.ts';
import { addWorkingDays } from '../platform/calendar.ts';
import type { Hint } from './store.ts';

/** A question the table knows no reason for (somebody is just not sure): the own section's legal specialists, three working days. */
const USUAL: Hint = { grund: 'Frage', an: `${getRowWith('rollen', 'recht').code}-sg`, fristAT: 3, vierAugen: false };

/** "rsb-sg" and "sgl" are those of the case's section; all others are groups as they stand. Of "rsb-sg + wm" the first answers. */
const groupOf = (an: string, section: string): string => {
  const role = an.split('+')[0]?.trim() ?? '';
  return groupInSection(role.replace(/-sg$/, ''), section);
};

export type Answerer = { role: string; due: Temporal.PlainDate; fourEyes: boolean; reasons: string[] };

/**
 * The shortest time wins and names who answers (D4, COLLECT); a second pair of eyes is asked for if any row does. A nearer day the asker
 * wishes for counts, unless it is over.
 */
export const chooseAnswerer = (
  hints: readonly Hint[],
  { section, today, wishedBy }: { section: string; today: Temporal.PlainDate; wishedBy: string | null },
): Answerer => {
  const [first = USUAL, ...others] = [...hints].sort((a, b) => a.fristAT - b.fristAT);
  const due = addWorkingDays(today, first.fristAT);
  const wished = wishedBy ? Temporal.PlainDate.from(wishedBy) : undefined;
  const nearer = wished && Temporal.PlainDate.compare(wished, today) >= 0 && Temporal.PlainDate.compare(wished, due) < 0;
  return {
    role: groupOf(first.an, section),
    due: nearer ? wished : due,
    fourEyes: [first, ...others].some((hint) => hint.vierAugen),
    reasons: [first, ...others].map((hint) => hint.grund),
  };
};
