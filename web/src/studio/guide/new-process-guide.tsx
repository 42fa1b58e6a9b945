import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Landscape } from '../../../../services/models/answers.ts';
import type { Change, ChangedFile, Checked } from '../../../../services/studio/changes/answers.ts';
import { api } from '../../api/client.ts';
import { filePath } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useFileName } from '../file-name.ts';
import { changeCalls, useChangeAct, useContent } from '../queries.ts';
import { newRow, routingFile } from '../routing-file.ts';
import { tasksWithoutForm } from './tasks-without-form.ts';
import { useGuideTexts } from './words.ts';

const Item = ({ done, title, children }: { done: boolean; title: string; children?: ComponentChildren }) => {
  const t = useGuideTexts();
  return (
    <li class={`guide__item guide__item--${done ? 'done' : 'open'}`}>
      <span class="guide__sign" aria-hidden="true">
        {done ? '✓' : '○'}
      </span>
      <span>
        <strong>{title}</strong>
        <span class="visually-hidden"> ({done ? t.done : t.open})</span>
        {!done && children && <span class="guide__what">{children}</span>}
      </span>
    </li>
  );
};

/** Whether a case would ever get there: by a row that is released already, or by one of this very change. */
const useRouted = (change: Change, processId: string): boolean => {
  const { data: map } = useQuery({
    queryKey: ['models', 'landscape'],
    queryFn: ({ signal }) => api.get<Landscape>('/api/processes/map', signal),
  });
  const routing = useContent(change, change.files.some((file) => file.path === routingFile) ? routingFile : undefined);
  const known = map?.sections.some(({ planned, processes }) => [...planned, ...processes].some((each) => each.id === processId)) ?? false;
  return known || (routing?.includes(`"${processId}"`) ?? false);
};

const GuideOf = ({ change, file, checked, edits }: { change: Change; file: ChangedFile; checked: Checked | undefined; edits: boolean }) => {
  const t = useGuideTexts();
  const [notes, setNotes] = useState<string[]>([]);
  const content = useContent(change, file.path);
  const missing = useMemo(() => (content ? tasksWithoutForm(content) : []), [content]);
  const routed = useRouted(change, file.plainId);
  const complete = useChangeAct(change.changeId, async () => {
    const { notes: said } = await changeCalls(change.changeId).complete(file);
    setNotes(said);
    return undefined;
  });
  const errors = checked?.findings.filter((each) => each.path === file.path && each.severity === 'error').length ?? 0;
  const lacks = missing.length > 0 || errors > 0;
  return (
    <>
      <ol class="guide">
        <Item done={checked !== undefined && errors === 0} title={t.model}>
          {errors > 0 && t.modelOpen(errors)} {edits && <a href={filePath(change.changeId, file.path)}>{t.modelDo}</a>}
        </Item>
        <Item done={content !== undefined && missing.length === 0} title={t.forms}>
          <span lang="de">{missing.length > 0 && t.formsOpen(missing.join(', '))}</span>
        </Item>
        <Item done={routed} title={t.routing}>
          {t.routingOpen} {edits && <a href={filePath(change.changeId, routingFile, newRow)}>{t.routingDo}</a>}
        </Item>
        <Item done={false} title={t.release}>
          {t.releaseOpen}
        </Item>
      </ol>
      {edits && lacks && (
        <Button small disabled={complete.isPending} onClick={() => complete.mutate()}>
          {t.complete}
        </Button>
      )}
      {complete.error && (
        <p class="field__fault" role="alert">
          {complete.error.message}
        </p>
      )}
      <div role="status">
        {notes.length > 0 && (
          <>
            <p>{t.completed}</p>
            <ul class="file-notes" lang="de">
              {notes.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
};

/** What a process that nobody has run yet still needs. */
export const NewProcessGuide = ({ change, checked, edits }: { change: Change; checked: Checked | undefined; edits: boolean }) => {
  const t = useGuideTexts();
  const nameOf = useFileName();
  const fresh = change.files.filter((file) => file.isNew && file.kind === 'bpmn');
  if (fresh.length === 0) return null;
  return (
    <Card id="bis-er-laeuft" title={t.title} class="guide-card">
      {fresh.map((file) => (
        <div key={file.path}>
          {fresh.length > 1 && <h3 lang="de">{nameOf(file.path).name}</h3>}
          <GuideOf change={change} file={file} checked={checked} edits={edits} />
        </div>
      ))}
    </Card>
  );
};
