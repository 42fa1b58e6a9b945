import { useLocation, useRoute } from 'preact-iso';
import { ApiFault } from '../../api/client.ts';
import { changePath } from '../../paths.ts';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useChange } from '../queries.ts';
import './editor.css';
import { FileDesk } from './file-desk.tsx';
import { editableFiles } from './file-tabs.tsx';
import './side.css';
import './stage.css';
import './narrow.css';
import { useEditorTexts } from './words.ts';

/** One file of a change, to be edited; which one stands in the address. */
export const EditorPage = () => {
  const t = useEditorTexts();
  const { params } = useRoute();
  const { query } = useLocation();
  const changeId = params.changeId ?? '';
  const { data: change, error } = useChange(changeId);
  if (error instanceof ApiFault && error.status === 404) return <NotFoundPage />;
  if (!change) return <div class="studio-editor" aria-busy="true" />;
  const path = query.pfad || editableFiles(change)[0]?.path;
  if (!path || !change.may.includes('edit'))
    return (
      <div class="page">
        <h1 lang="de">{change.title}</h1>
        <Notice>{path ? (change.mayNotBecause ?? t.onlyLook) : t.noFiles}</Notice>
        <p>
          <a href={changePath(changeId)}>{t.toChange}</a>
        </p>
      </div>
    );
  return <FileDesk key={path} change={change} path={path} element={query.element} />;
};
