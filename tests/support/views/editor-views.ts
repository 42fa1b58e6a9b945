import { as } from '../office.ts';
import type { View } from './list-views.ts';

/** A change with one file of each kind. */
export type EditorScene = { changeId: string };
export const noEditor: EditorScene = { changeId: '' };

const files = { bpmn: 'duldung/duldung.bpmn', dmn: 'decisions/team.dmn', form: 'duldung/duldung-grund.form' };

export const setEditorScene = async (): Promise<EditorScene> => {
  const paths = [...Object.values(files), 'decisions/team.vectors.json'];
  const { status, body } = await as('pv').post('/api/process-changes', {
    title: 'Ausweis früher prüfen',
    files: paths.map((path) => ({ path })),
  });
  if (status !== 201) throw new Error(`no change to be edited: ${status}`);
  return { changeId: body.changeId };
};

const checked = '.file-findings__sum:not(:empty)';

/** The three editors, each with a file open and looked at. */
export const editorViews = ({ changeId }: EditorScene): View[] =>
  Object.entries(files).map(([kind, path]) => ({
    name: `studio-editor-${kind}`,
    by: 'pv',
    path: `/studio/${changeId}/datei?pfad=${encodeURIComponent(path)}`,
    ready: `.studio-editor--${kind}:has(section[aria-busy=false]) ${checked}`,
  }));
