import type { Deps } from '../../deps.ts';
import { listModelFiles } from '../../engine/releases/index.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import type { User } from '../../platform/route.ts';
import { assertFileSeen, saveFile } from '../changes/edit-files.ts';
import { filesAfter, loadChange } from '../changes/load-change.ts';
import { describeFile, kindOf } from '../describe-file.ts';
import { requireWriter } from '../rights.ts';
import { completeModel } from './complete-model.ts';
import { lawStateOf } from './skeleton.ts';
import { skeletonForm } from './skeleton-texts.ts';

/** Completes a drawing of a draft, with a new form for every step of a person. Says in words what was added and what is still open. */
export const completeDiagram = async (
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  user: User,
  { changeId, path, seen }: { changeId: string; path: string; seen?: number | undefined },
): Promise<{ notes: string[]; files: string[]; version: number }> => {
  requireWriter(user);
  if (kindOf(path) !== 'bpmn') throw new Invalid('Vervollständigt werden Diagramme (.bpmn).');
  const loaded = await loadChange(deps.db, changeId);
  const file = loaded.files.find((each) => each.path === path);
  if (!file || file.content === null) throw new NotFound();
  assertFileSeen(seen, file);
  const formIds = new Set(
    filesAfter(loaded)
      .filter((each) => kindOf(each.path) === 'form')
      .map((each) => describeFile(each.path, each.content).plainId),
  );
  const { xml, notes, forms } = await completeModel(file.content, { rechtsstand: lawStateOf(await listModelFiles(deps.db)), formIds });
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const files: string[] = [];
  for (const { id } of forms) {
    const formPath = `${folder}${id}.form`;
    await saveFile(deps, user, { changeId, path: formPath, content: skeletonForm(id) });
    files.push(formPath);
  }
  const { version } = await saveFile(deps, user, { changeId, path, content: xml, seen: file.version });
  return { notes, files, version };
};
