import { countOpenCases } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { type ModelFile, previewBundle, tablePathOf } from '../../engine/releases/index.ts';
import { codeWords, sayTableFault } from '../../models/index.ts';
import { audit } from '../../platform/audit.ts';
import { nowOf } from '../../platform/clock.ts';
import { Conflict, Unavailable } from '../../platform/errors.ts';
import type { User } from '../../platform/route.ts';
import { wholeOffice } from '../../staff/index.ts';
import { describeFile, kindOf } from '../describe-file.ts';
import { createAsk } from '../dry-run/ask-tables.ts';
import { countStaying, countSteps } from '../dry-run/count-steps.ts';
import { readSide, type Side } from '../dry-run/rule-tasks.ts';
import type { DryRun } from '../dry-run/trial.ts';
import { type TriedCases, tryCases } from '../dry-run/try-cases.ts';
import { tryExamples } from '../dry-run/try-examples.ts';
import { requireTrier } from '../rights.ts';
import { updateChange } from './changes-store.ts';
import { describeAsked } from './describe-asked.ts';
import { filesAfter, fingerprintOf, isChanged, type LoadedChange, loadChange } from './load-change.ts';

const namesOf = (files: readonly ModelFile[]): Map<string, string> =>
  new Map(
    files
      .filter(({ path }) => kindOf(path) === 'bpmn')
      .map(({ path, content }) => [describeFile(path, content).plainId, describeFile(path, content).name]),
  );

/** Has the changed tables of the draft read outside of the engine; what cannot be read is said, and its steps are left out: with the id of before they count as unchanged. */
const readTables = async ({ trial }: Deps, loaded: LoadedChange, after: Side): Promise<string[]> => {
  const failures: string[] = [];
  for (const { path, content } of loaded.files.filter((file) => isChanged(file) && kindOf(file.path) === 'dmn')) {
    if (content === null) continue;
    const failure = sayTable(await trial.readTable(content));
    if (failure === undefined) continue;
    failures.push(`Die Tabelle ${path} lässt sich nicht ausprobieren: ${failure}`);
    for (const decision of describeFile(path, content).decisions) {
      after.engineIds.delete(decision);
      after.texts.delete(decision);
    }
  }
  return failures;
};

const sayTable = (failure: string): string | undefined => (failure ? sayTableFault(failure) : undefined);

const countOpen = async (deps: Deps): Promise<number> =>
  (await countOpenCases(deps.db, wholeOffice)).reduce((sum, each) => sum + each.open, 0);

const run = async (deps: Deps, loaded: LoadedChange, signal: AbortSignal): Promise<DryRun> => {
  const missing = deps.trial.missing();
  if (missing) throw new Unavailable(missing);
  const live = [...loaded.live.values()];
  const files = filesAfter(loaded);
  const [liveParts, newParts] = [previewBundle(live).parts, previewBundle(files).parts];
  const [before, after] = [readSide(live, liveParts), readSide(files, newParts)];
  const failures = await readTables(deps, loaded, after);
  for (const decision of before.engineIds.keys()) {
    const refused = !after.engineIds.has(decision);
    if (refused) after.tasks = after.tasks.filter((task) => task.decision !== decision);
  }
  const tables = new Set(loaded.files.filter(isChanged).map(({ path }) => tablePathOf(path)));
  const wrongExamples = await tryExamples(
    newParts.filter((part) => part.kind === 'dmn' && tables.has(part.file)),
    after,
    createAsk(deps.trial, signal),
  );
  const words = new Map([...Object.entries(codeWords(files)), ...namesOf(live), ...namesOf(files)]);
  const tried: TriedCases = await tryCases(deps, { before, after }, words, signal);
  const changedFiles = loaded.files.filter(isChanged);
  return {
    at: nowOf(deps).toISOString(),
    openCases: await countOpen(deps),
    changed: tried.changed.sort((a, b) => a.aktenzeichen.localeCompare(b.aktenzeichen)),
    byStep: await countSteps(deps.db, changedFiles, liveParts),
    staying: await countStaying(deps.db, liveParts, newParts),
    wrongExamples,
    failures,
    unanswered: [...tried.failures].map(([words, cases]) => ({ words, cases })),
    unfinished: tried.unfinished,
    truncated: tried.truncated,
  };
};

/** One at a time in this process: each holds some connections and the engine's attention. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Tries a draft out on the cases that are open, and keeps what was found. Nothing of the office changes by it, and nothing of it reaches
 * the engine that serves the office. Throws Unavailable where drafts cannot be tried.
 */
export const dryRunChange = async (deps: Deps, user: User, changeId: string, signal: AbortSignal): Promise<DryRun> => {
  requireTrier(user);
  const turn = last
    .catch(() => undefined)
    .then(async () => {
      const loaded = await loadChange(deps.db, changeId);
      if (['in-kraft', 'freigegeben', 'verworfen'].includes(loaded.change.state))
        throw new Conflict('Diese Änderung ist entschieden. Ein Probelauf zeigt nichts mehr.');
      const result = await run(deps, loaded, signal);
      // Who went away gets no answer, and half a trial is none.
      if (signal.aborted) return result;
      await deps.db.transaction(async (trx) => {
        await updateChange(trx, changeId, { dryRun: result, dryRunOf: fingerprintOf(loaded) });
        const payload = { changed: result.changed.length, truncated: result.truncated, asked: describeAsked(loaded) };
        await audit(trx, { actor: user.account, action: 'try change', object: `change ${changeId}`, outcome: 'done', payload });
      });
      return result;
    });
  last = turn;
  return turn;
};
