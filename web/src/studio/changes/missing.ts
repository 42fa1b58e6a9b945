import type { Change, ChangeClass, Checked, Signer } from '../../../../services/studio/changes/answers.ts';

export type Missing = { kind: 'files' | 'reason' | 'errors' | 'dryRun' | 'examples'; count: number };

const tried: readonly (ChangeClass | null)[] = ['number', 'rule', 'flow'];

/** Only what can make a case run differently is tried out on the open ones. */
export const needsDryRun = (change: Pick<Change, 'class'>): boolean => tried.includes(change.class);

/** Whether the class still follows from texts the dry run has seen. */
export const hasDryRun = (change: Pick<Change, 'dryRun'>): boolean => Boolean(change.dryRun && !change.dryRun.stale);

/** Of the present texts. */
const wrongExamplesOf = (change: Pick<Change, 'dryRun'>): readonly string[] =>
  hasDryRun(change) ? (change.dryRun?.wrongExamples ?? []) : [];

export const isEditable = ({ state }: Pick<Change, 'state'>): boolean => ['entwurf', 'zurueckgegeben', 'gescheitert'].includes(state);

/** What the server would refuse a submission for, in the order of the steps; `checked` undefined while it is being looked at. */
export const missingOf = (change: Pick<Change, 'files' | 'reason' | 'class' | 'dryRun'>, checked: Checked | undefined): Missing[] => [
  ...(change.files.some((file) => file.changed || file.isNew || file.removed) ? [] : [{ kind: 'files' as const, count: 1 }]),
  ...(change.reason.trim() ? [] : [{ kind: 'reason' as const, count: 1 }]),
  ...(checked && checked.errors > 0 ? [{ kind: 'errors' as const, count: checked.errors }] : []),
  ...(needsDryRun(change) && !hasDryRun(change) ? [{ kind: 'dryRun' as const, count: 1 }] : []),
  ...(wrongExamplesOf(change).length > 0 ? [{ kind: 'examples' as const, count: wrongExamplesOf(change).length }] : []),
];

/** Whose word the change needs in the end, given or not. */
export const signersOf = ({ legal }: Pick<Change, 'legal'>): Signer[] => (legal ? ['al', 'rsb'] : ['al']);
