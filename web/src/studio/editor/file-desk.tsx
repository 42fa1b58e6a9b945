import { useQueryClient } from '@tanstack/preact-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Change } from '../../../../services/studio/changes/answers.ts';
import type { ProcessChoice } from '../../../../services/studio/drafting/answers.ts';
import { filePath } from '../../paths.ts';
import { announce } from '../../ui/announce.tsx';
import { downloadText } from '../../ui/download-text.ts';
import { flash } from '../../ui/flash.tsx';
import { Notice } from '../../ui/notice.tsx';
import { baseName, kindOf, useFileName } from '../file-name.ts';
import { changeCalls } from '../queries.ts';
import { newRow } from '../routing-file.ts';
import { choicesOf, WhichProcess } from '../which-process.tsx';
import { BpmnFile } from './bpmn-file.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { DmnFile } from './dmn-file.tsx';
import { FileBar } from './file-bar.tsx';
import { dropFile, flushFile, keepFile, keyOf } from './file-keeper.ts';
import { FileTabs } from './file-tabs.tsx';
import { FindingsList } from './findings-list.tsx';
import { FormFile } from './form-file.tsx';
import { makeForm } from './new-form.ts';
import { OutlineList } from './outline-list.tsx';
import { useCatalogue, useFileText } from './queries.ts';
import { StaleNote } from './stale-note.tsx';
import type { EditorHandle, EditorState } from './types.ts';
import { useDrop } from './use-drop.ts';
import { useFindings } from './use-findings.ts';
import { useFolded } from './use-folded.ts';
import { useStartText } from './use-start-text.ts';
import { UsesList } from './uses-list.tsx';
import { useEditorTexts } from './words.ts';

type Props = { change: Change; path: string; element: string | undefined };

const mime: Record<string, string> = { bpmn: 'application/xml', dmn: 'application/xml', form: 'application/json' };
const nothing: EditorState = { canUndo: false, canRedo: false, selected: null, outline: [] };
const none: never[] = [];

/** An editor with all around it: bar and tabs above, outline and findings beside. */
export const FileDesk = ({ change, path, element }: Props) => {
  const t = useEditorTexts();
  const client = useQueryClient();
  const { route } = useLocation();
  const { changeId } = change;
  const key = keyOf(changeId, path);
  const kind = kindOf(path);
  const names = useFileName()(path);
  const [round, setRound] = useState(0);
  const file = useFileText(change, path, round);
  const start = useStartText(changeId, file.data);
  const catalogue = useCatalogue();
  const { findings, look } = useFindings(path);
  const [state, setState] = useState(nothing);
  const [editor, setEditor] = useState<EditorHandle>();
  const [playing, setPlaying] = useState(false);
  const [folded, turn] = useFolded('gliederung');
  const [fault, setFault] = useState('');
  const [asked, setAsked] = useState<{ file: File; choices: ProcessChoice[] }>();
  const handle = useRef<EditorHandle>();
  const reading = useRef(0);

  useEffect(() => {
    setFault('');
    if (!start) return;
    look(start.content);
    if (start.recovered) announce(t.recovered);
  }, [start]);
  useEffect(() => () => void flushFile(key), [key]);

  const onReady = (next: EditorHandle | undefined): void => {
    handle.current = next;
    setEditor(next);
    if (next && element && element !== newRow) void next.select(element);
  };
  const onChange = (): void => {
    reading.current += 1;
    const mine = reading.current;
    // Reading begins at once, so that leaving the page in the same moment loses nothing.
    void handle.current?.read().then((content) => {
      if (mine !== reading.current) return;
      keepFile(changeId, path, content);
      look(content);
    });
  };
  const onFile = useCallback(
    async (given: File, process?: string): Promise<void> => {
      setAsked(undefined);
      setFault('');
      const target = kindOf(given.name);
      if (!/\.(?:bpmn|dmn|form|xml)$/i.test(given.name)) return setFault(t.notOurs);
      const sameKind = given.name.endsWith('.xml') ? kind === 'bpmn' : target === kind;
      try {
        const done = await changeCalls(changeId).importFile(given, { path: sameKind ? path : undefined, process });
        announce(t.dropped(done.notes));
        await client.invalidateQueries({ queryKey: ['models', 'change', changeId] });
        const next = filePath(changeId, done.path);
        flash(t.dropped(done.notes), new URL(next, location.href).pathname);
        if (done.path !== path) return route(next);
        dropFile(key);
        setRound((count) => count + 1);
      } catch (refused) {
        const choices = choicesOf(refused);
        if (choices) setAsked({ file: given, choices });
        else setFault((refused as Error).message);
      }
    },
    [changeId, path, kind, t],
  );
  const over = useDrop(onFile);

  const onNewForm = async (task: { id: string; name: string }): Promise<string | undefined> => {
    try {
      const taken = [...change.files.map((each) => each.path), ...(catalogue?.forms ?? []).map(({ value }) => `/${value}.form`)];
      const made = await makeForm(changeId, path, task.name, taken);
      await client.invalidateQueries({ queryKey: ['models', 'change', changeId] });
      announce(t.newFormMade(made.path));
      return made.id;
    } catch (refused) {
      setFault((refused as Error).message);
      return undefined;
    }
  };
  const download = async (): Promise<void> => {
    const content = await handle.current?.read();
    if (content !== undefined) downloadText(path.split('/').at(-1) ?? path, mime[kind] ?? 'text/plain', content);
  };

  // Forms of this change are not released, and so in no list of the server's.
  const offered = useMemo(() => {
    if (!catalogue) return undefined;
    const own = change.files.filter((each) => each.isNew && kindOf(each.path) === 'form');
    const choices = own.map(({ path: each, name }) => ({ value: baseName(each), label: name }));
    const lacking = choices.filter((each) => !catalogue.forms.some(({ value }) => value === each.value));
    return { ...catalogue, forms: [...lacking, ...catalogue.forms] };
  }, [catalogue, change.files]);

  const around = {
    path,
    name: names.name,
    findings: findings ?? none,
    onChange,
    onState: setState,
    onReady,
    onFault: setFault,
  };
  const problem = fault || (file.error ? `${t.unreadable}: ${file.error.message}` : '');
  return (
    <div class={`studio-editor studio-editor--${kind}${over ? ' studio-editor--over' : ''}`}>
      <FileBar
        change={change}
        title={names.name}
        kind={names.kind}
        fileKey={key}
        editor={editor}
        state={state}
        playing={kind === 'bpmn' ? playing : undefined}
        onPlay={setPlaying}
        onDownload={() => void download()}
      />
      <FileTabs change={change} path={path} />
      <div class="editor-notes">
        <ConflictNote change={change} path={path} onReload={() => setRound(round + 1)} />
        <StaleNote change={change} path={path} />
        {start?.recovered && (
          <Notice tone="news" class="editor-note">
            {t.recovered}
          </Notice>
        )}
        {asked && (
          <Notice block tone="news" class="editor-note">
            <WhichProcess choices={asked.choices} onChoose={(process) => void onFile(asked.file, process)} />
          </Notice>
        )}
        {problem && (
          <Notice block tone="alarm" class="editor-note" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
      </div>
      <div class="editor-body">
        <aside class={folded ? 'editor-side editor-side--folded' : 'editor-side'}>
          <button type="button" class="editor-fold" aria-expanded={!folded} aria-label={t.outline} title={t.outline} onClick={turn}>
            <span aria-hidden="true">{folded ? '»' : '«'}</span>
          </button>
          <section class="editor-side__outline" aria-labelledby="gliederung">
            <h2 id="gliederung">{t.outline}</h2>
            <OutlineList
              lines={state.outline}
              selected={state.selected}
              findings={around.findings}
              onSelect={(id) => void handle.current?.select(id)}
            />
            {kind !== 'dmn' && (
              <a class="skip-here" href="#eigenschaften">
                {t.toProperties}
              </a>
            )}
          </section>
          <FindingsList findings={findings} lines={state.outline} onShow={(id) => void handle.current?.select(id)} />
          {start && <UsesList changeId={changeId} path={path} element={state.selected} onShow={(id) => void handle.current?.select(id)} />}
        </aside>
        {start && kind === 'bpmn' && (
          <BpmnFile {...around} start={start} catalogue={offered} playing={playing} onPlaying={setPlaying} onNewForm={onNewForm} />
        )}
        {start && kind === 'dmn' && <DmnFile {...around} start={start} change={change} addRow={element === newRow} />}
        {start && kind === 'form' && <FormFile {...around} start={start} />}
        {!start && <div class="editor-stage" aria-busy="true" />}
      </div>
      {over && <p class="editor-drop">{t.drop}</p>}
    </div>
  );
};
