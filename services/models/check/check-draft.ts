import type { Trial } from '../../engine/index.ts';
import { type Kind, tablePathOf } from '../../engine/releases/index.ts';
import { declareUtf8 } from '../../reading/index.ts';
import { kindOfPath } from '../diff/diff-files.ts';
import { checkFiles, type LocatedFinding, type ModelText } from './check-files.ts';
import { checkModel } from './check-model.ts';
import type { Finding } from './finding.ts';
import { tryModel } from './try-model.ts';

const placeOf = ({ elementId, message }: Finding): string => `${elementId} ${message.slice(0, message.indexOf(': '))}`;

/** Rules of ours that guess what the engine's own parser knows better. */
const guesses = ['feel', 'feel-unreadable', 'camunda-compat/feel', 'feel-name'];

/** Both lists as one, each fault once: what the engine's parser has said need not be guessed, and what we have said in words need not be said by the engine. */
const merge = (own: readonly Finding[], engine: readonly Finding[]): Finding[] => {
  const unread = engine.filter(({ rule }) => rule === 'feel-syntax');
  const [places, elements] = [new Set(unread.map(placeOf)), new Set(unread.map(({ elementId }) => elementId))];
  const told = new Set(own.filter(({ severity, elementId }) => severity === 'error' && elementId !== '').map(({ elementId }) => elementId));
  return [
    ...own.filter(
      (each) => !guesses.includes(each.rule) || !(each.rule === 'feel-name' ? places.has(placeOf(each)) : elements.has(each.elementId)),
    ),
    ...engine.filter(({ rule, elementId }) => rule !== 'engine' || !told.has(elementId)),
  ];
};

const askEngine = async (trial: Trial, kind: Kind, content: string, own: readonly Finding[]): Promise<Finding[]> => {
  const missing = trial.missing();
  if (missing) return [...own, { severity: 'error', elementId: '', rule: 'trial', message: missing }];
  // What could hold up the engine holds up its parser, too, and is refused anyhow.
  if (own.some(({ rule }) => rule === 'feel-limits')) return [...own];
  return merge(own, await tryModel(trial, kind, kind === 'form' ? content : declareUtf8(content)));
};

/** One file by itself, with what the engine would say at its deployment. Throws Invalid when it cannot be read at all. */
export const checkDraftModel = async (trial: Trial, kind: Kind, content: string): Promise<Finding[]> =>
  askEngine(trial, kind, content, await checkModel(kind, content));

/** What stands against the release of a whole set of files (check-files.ts), with what the engine would say of each changed one at its deployment. */
export const checkDraft = async (trial: Trial, files: readonly ModelText[], changed: readonly string[]): Promise<LocatedFinding[]> => {
  const found = await checkFiles(files, changed);
  const wanted = new Set(changed.map((path) => tablePathOf(path)));
  const unreadable = new Set(
    found.filter(({ rule, elementId }) => elementId === '' && ['file', 'bundle', 'form'].includes(rule)).map(({ path }) => path),
  );
  const checked = [...found];
  for (const { path, content } of files) {
    const kind = kindOfPath(path);
    if (!kind || !wanted.has(path) || unreadable.has(path)) continue;
    const own = checked.filter((each) => each.path === path);
    const all = await askEngine(trial, kind, content, own);
    checked.splice(0, checked.length, ...checked.filter((each) => each.path !== path), ...all.map((each) => ({ ...each, path })));
  }
  return checked;
};
