import type { Use } from '../../../../services/studio/changes/answers.ts';
import { filePath } from '../../paths.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useFileName } from '../file-name.ts';
import { useUses } from './queries.ts';
import { useEditorTexts } from './words.ts';

type Props = {
  changeId: string;
  path: string;
  /** What is chosen; null: the file as a whole. */
  element: string | null;
  onShow: (elementId: string) => void;
};

/** Who else leans on what is chosen, each with the way to its place. Places in this file are chosen in the editor, others are opened in this change. */
export const UsesList = ({ changeId, path, element, onShow }: Props) => {
  const t = useEditorTexts().uses;
  const nameOf = useFileName();
  const things = useUses(changeId, path, element ?? '');
  if (!things || things.length === 0) return null;
  const places = things.flatMap(({ uses }) => uses).length;

  const place = (use: Use) => {
    if (use.path === '') return t.program;
    if (use.path !== path)
      return (
        <a href={filePath(changeId, use.path, use.elementId)} lang="de">
          {nameOf(use.path).name}: {use.elementName}
        </a>
      );
    return (
      <LinkButton lang="de" onClick={() => onShow(use.elementId)}>
        {use.elementName}
      </LinkButton>
    );
  };
  return (
    <details class="file-uses">
      <summary>
        <h2>{t.title}</h2> <span class="file-uses__how">{places === 0 ? t.nowhere : t.count(places)}</span>
      </summary>
      {things.map(({ kind, name, words, uses }) => (
        <section key={`${kind} ${name}`}>
          <h3>
            {t.kinds[kind]} <span lang="de">{words}</span>
            {words === name ? null : (
              <span class="file-uses__how" lang="de">
                {' '}
                {name}
              </span>
            )}
          </h3>
          {uses.length === 0 ? (
            <p>{t.nowhere}</p>
          ) : (
            <ul>
              {uses.map((use) => (
                <li key={`${use.path} ${use.elementId} ${use.how}`}>
                  {place(use)}{' '}
                  <span class="file-uses__how" lang="de">
                    {use.how}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </details>
  );
};
