import { createHash } from 'node:crypto';
import type { Trial } from '../../engine/index.ts';
import { checkDraft, type LocatedFinding } from '../../models/index.ts';
import { Conflict } from '../../platform/errors.ts';
import type { DryRun } from '../dry-run/trial.ts';
import { classOf } from './edit-files.ts';
import { filesAfter, fingerprintOf, isChanged, isStale, type LoadedChange } from './load-change.ts';

const check = async (trial: Trial, loaded: LoadedChange): Promise<LocatedFinding[]> => {
  const changed = loaded.files.filter(isChanged);
  const stale = loaded.files
    .filter((file) => isStale(file, loaded.live))
    .map(
      ({ path }): LocatedFinding => ({
        path,
        severity: 'error',
        elementId: '',
        rule: 'stale',
        message: 'Eine andere Freigabe hat diese Datei inzwischen geändert. Vergleichen Sie, und übernehmen Sie dann den neuen Stand.',
      }),
    );
  return [
    ...stale,
    ...(await checkDraft(
      trial,
      filesAfter(loaded),
      changed.map((file) => file.path),
    )),
  ];
};

const MOST_KEPT = 200;
const kept = new WeakMap<Trial, Map<string, Promise<LocatedFinding[]>>>();

/** The draft's texts on top of the whole live set: what a file refers to may be anywhere in it. */
const stampOf = (loaded: LoadedChange): string => {
  const hash = createHash('sha256').update(fingerprintOf(loaded));
  for (const file of loaded.files) hash.update(`${file.path}\0${file.baseHash ?? ''}\0`);
  for (const [path, file] of loaded.live) hash.update(`${path}\0${file.hash}\0`);
  return hash.digest('hex');
};

/**
 * Everything that stands against a release of this change, by file; what the engine would say of each changed one among it. One stand is checked once, however often it is
 * handed in, signed and released.
 */
export const checkChange = ({ trial }: { trial: Trial }, loaded: LoadedChange): Promise<LocatedFinding[]> => {
  const known = kept.get(trial) ?? new Map<string, Promise<LocatedFinding[]>>();
  kept.set(trial, known);
  const stamp = stampOf(loaded);
  const found = known.get(stamp) ?? check(trial, loaded);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(stamp, found);
  found.catch(() => known.delete(stamp));
  return found;
};

/** How many errors there are, and the first in its own words: whoever sees only this sentence knows where to begin. */
const refusalOf = (findings: readonly LocatedFinding[]): string | undefined => {
  const [first, ...others] = findings.filter(({ severity }) => severity === 'error');
  if (!first) return undefined;
  if (others.length === 0) return `Ein Fehler steht der Freigabe entgegen: ${first.message}`;
  return `${others.length + 1} Fehler stehen der Freigabe entgegen. Der erste: ${first.message}`;
};

/** Rules and steps a case notices; lighter changes need no trial. */
const needsTrial = ['number', 'rule', 'flow'];

const shorten = (failures: readonly string[]): string => failures.slice(0, 3).join(' ');

/**
 * Throws Conflict unless this could be released as it stands: no error, nothing the engine would refuse, and where cases notice it a trial of just this stand in which every
 * question got its answer. `details.findings` holds what was found. Asked when a change is handed in, signed and brought into force.
 */
export const assertReleasable = async (deps: { trial: Trial }, loaded: LoadedChange): Promise<void> => {
  const { change, files } = loaded;
  const findings = await checkChange(deps, loaded);
  const refusal = refusalOf(findings);
  if (refusal) throw new Conflict(refusal, { findings });
  const { class: found } = classOf(files);
  const isTried = change.dryRunOf === fingerprintOf(loaded);
  if (found && needsTrial.includes(found) && !isTried)
    throw new Conflict('Es fehlt der Probelauf mit dem jetzigen Stand: Er zeigt, welche offenen Vorgänge anders behandelt würden.');
  const { wrongExamples = [], failures = [] } = (isTried ? (change.dryRun as DryRun | null) : null) ?? {};
  if (wrongExamples.length > 0) throw new Conflict(`Die Beispiele passen nicht zur Tabelle. ${wrongExamples.join(' ')}`);
  if (failures.length > 0) throw new Conflict(`Der Probelauf ist nicht gelungen. ${shorten(failures)}`);
};
