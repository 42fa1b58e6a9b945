import type { Deps } from '../../deps.ts';
import { sectionIds } from '../../office/index.ts';
import type { User } from '../../platform/route.ts';
import { caseScope, inSteps, withoutFew } from '../../staff/index.ts';
import type { DryRun as ShownDryRun } from './answers.ts';
import { selectAmong } from './open-cases-store.ts';
import type { ChangedCase, ChangedStep, DryRun } from './trial.ts';

type Kind = Pick<ChangedCase, 'what' | 'decision' | 'before' | 'after'>;

const everywhere: readonly (string | null)[] = [...sectionIds, null];

const countIn = (lines: readonly ChangedCase[], section: string | null): number | null =>
  inSteps(new Set(lines.filter((line) => line.section === section).map((line) => line.caseId)).size);

/** Days differ from case to case; who counts them wants to know how many move, not each day. */
const kindOf = ({ what, decision, before, after }: ChangedCase): Kind =>
  what === 'date' ? { what, decision, before: '', after: '' } : { what, decision, before, after };

const kindsOf = (changed: readonly ChangedCase[]): ShownDryRun['kinds'] =>
  [...Map.groupBy(changed, (line) => JSON.stringify(kindOf(line))).values()].flatMap((lines) => {
    const sections = everywhere.flatMap((section) => {
      const cases = countIn(lines, section);
      return cases === null ? [] : [{ section, cases }];
    });
    return lines[0] && sections.length > 0 ? [{ ...kindOf(lines[0]), sections }] : [];
  });

const stepOf = ({ what, openTasks, ...step }: ChangedStep): ShownDryRun['byStep'][number] => {
  const open = inSteps(openTasks);
  const many = open === null ? 'Weniger als fünf offene Aufgaben bleiben' : `Mindestens ${open} offene Aufgaben bleiben`;
  return { ...step, openTasks: open, words: `${what.join(', ')}: ${many} auf der bisherigen Fassung; die neue gilt für neue Vorgänge.` };
};

const atLeast = <T extends object>(each: T, count: number, say: (each: T, count: number) => T): T[] => {
  const said = inSteps(count);
  return said === null ? [] : [say(each, said)];
};

/**
 * A trial answers whatever question its author writes into a table, about facts nobody else tells him. So single cases are for those who may open
 * them, and everybody else reads numbers, in steps of five: none looks like four, and a question asked twice with one case more or less gets the same answer.
 * Nothing else of the result may depend on a few cases either: not which lines there are, not what failed, not whether it came to an end.
 */
export const shownTo = async ({ db }: Pick<Deps, 'db'>, user: User, trial: DryRun): Promise<ShownDryRun> => {
  const { openCases, changed, byStep, staying, unanswered, unfinished, failures, truncated, ...rest } = trial;
  const scope = { ...caseScope(user), statusSections: [], unrouted: false };
  const open = await selectAmong(db, scope, [...new Set(changed.map(({ caseId }) => caseId))]);
  return {
    ...rest,
    openCases: withoutFew(openCases),
    changed: changed.filter(({ caseId }) => open.has(caseId)),
    sections: everywhere.map((section) => ({ section, cases: countIn(changed, section) })),
    kinds: kindsOf(changed),
    byStep: byStep.map(stepOf),
    staying: staying.flatMap((each) => atLeast(each, each.running, (process, running) => ({ ...process, running }))),
    failures: [
      ...failures,
      ...unanswered.flatMap(({ words, cases }) =>
        atLeast({ words }, cases, (said, count) => ({ words: `${said.words} (mindestens ${count} Vorgänge)` })).map((said) => said.words),
      ),
    ],
    truncated: truncated || inSteps(unfinished) !== null,
  };
};
