import type { Deps } from '../../deps.ts';
import type { User } from '../../platform/route.ts';
import { listStaff } from '../../staff/index.ts';
import type { Described } from '../describe-file.ts';
import { shownTo } from '../dry-run/shown-to.ts';
import type { DryRun } from '../dry-run/trial.ts';
import { knownTo } from '../known-to.ts';
import { nameFiles } from '../name-files.ts';
import type { Change, ChangeLine } from './answers.ts';
import type { ChangeRow, ListedChange } from './changes-store.ts';
import { selectEvents } from './changes-store.ts';
import { filesAfter, fingerprintOf, isChanged, isStale, type LoadedChange } from './load-change.ts';
import { mayNotBecause, mayOf, needsOf } from './states.ts';

export const readNames = async (db: Deps['db']): Promise<Map<string, string>> =>
  new Map((await listStaff(db)).map(({ account, name }) => [account, name]));

export const changeLine = (change: ListedChange | (ChangeRow & { files: string[] }), names: ReadonlyMap<string, string>): ChangeLine => ({
  changeId: change.changeId,
  number: change.number,
  title: change.title,
  state: change.state,
  class: change.class,
  legal: change.legal,
  files: change.files,
  authors: change.authors.map((account) => ({ account, name: names.get(account) ?? account })),
  createdAt: new Date(change.createdAt).toISOString(),
  changedAt: new Date(change.changedAt).toISOString(),
  submittedAt: change.submittedAt ? new Date(change.submittedAt).toISOString() : null,
  releaseNo: change.releaseNo,
  needs: needsOf(change),
});

/** One change as one person sees it. */
export const changeView = async (deps: Pick<Deps, 'db' | 'releases'>, user: User, loaded: LoadedChange): Promise<Change> => {
  const { change, files, live } = loaded;
  const [names, events, isKnown] = await Promise.all([readNames(deps.db), selectEvents(deps.db, change.changeId), knownTo(deps, user)]);
  const nameFile = nameFiles(filesAfter(loaded).filter(isKnown));
  return {
    ...changeLine({ ...change, files: files.map((file) => file.path) }, names),
    reason: change.reason,
    wordsVersion: change.wordsVersion,
    files: files.map((file) => ({
      path: file.path,
      ...nameOf(nameFile(file.path, file.content ?? file.base ?? '')),
      isNew: file.baseHash === null,
      removed: file.content === null,
      changed: isChanged(file),
      // What is in force has become the live text itself.
      stale: change.state !== 'in-kraft' && isStale(file, live),
      version: file.version,
      savedAt: new Date(file.savedAt).toISOString(),
      savedBy: file.savedBy,
    })),
    approvals: change.approvals.map((each) => ({ ...each, name: names.get(each.by) ?? each.by })),
    may: mayOf(user, change),
    mayNotBecause: mayNotBecause(user, change),
    events: events.map(({ at, by, what, text }) => ({ at: new Date(at).toISOString(), by, name: names.get(by) ?? by, what, text })),
    failure: change.failure,
    dryRun: change.dryRun
      ? {
          ...(await shownTo(deps, user, change.dryRun as DryRun)),
          stale: change.dryRunOf !== fingerprintOf(loaded) && change.state !== 'in-kraft',
        }
      : null,
  };
};

const nameOf = ({ kind, plainId, name }: Described) => ({ kind, plainId, name });
