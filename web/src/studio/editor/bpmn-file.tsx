import { useEffect, useRef } from 'preact/hooks';
import '../../bpmn/bpmn-diagram.css';
import type { DraftFinding as FileFinding } from '../../../../services/models/answers.ts';
import type { Catalogue } from '../../bpmn/modeler/catalogue.ts';
import type { Mark, ModelerEditor } from '../../bpmn/modeler/create-modeler.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { EditorProps } from './editor-props.ts';
import { useFolded } from './use-folded.ts';
import { useOpenEditor } from './use-open-editor.ts';
import { useEditorTexts } from './words.ts';

type Props = EditorProps & {
  catalogue: Catalogue | undefined;
  playing: boolean;
  onPlaying: (on: boolean) => void;
  /** Makes a form for a task; gives its id. */
  onNewForm: (task: { id: string; name: string }) => Promise<string | undefined>;
};

const toMarks = (findings: readonly FileFinding[]): Mark[] =>
  [...Map.groupBy(findings, (each) => each.elementId)].map(([elementId, here]) => ({
    elementId,
    severity: here.some((each) => each.severity === 'error') ? 'error' : 'warning',
    count: here.length,
    title: here.map((each) => each.message).join('\n'),
  }));

/** A process: the drawing in the middle, the properties of what is chosen on the right. */
export const BpmnFile = ({ name, start, findings, catalogue, playing, onPlaying, onNewForm, ...tell }: Props) => {
  const t = useEditorTexts();
  const language = useLanguage();
  const canvas = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [folded, turn] = useFolded('eigenschaften');
  const latest = useRef({ ...tell, onPlaying, onNewForm });
  latest.current = { ...tell, onPlaying, onNewForm };

  const { editor, ready } = useOpenEditor<ModelerEditor>({
    start,
    latest,
    load: async () => {
      const { createModeler } = await import('../../bpmn/modeler/create-modeler.ts');
      return () =>
        canvas.current && panel.current
          ? createModeler({
              container: canvas.current,
              panel: panel.current,
              language,
              label: t.drawing(name),
              onChange: () => latest.current.onChange(),
              onState: ({ playing: on, ...state }) => {
                latest.current.onState(state);
                latest.current.onPlaying(on);
              },
              onNewForm: (task) =>
                void latest.current.onNewForm(task).then((formId) => formId !== undefined && editor.current?.linkForm(task.id, formId)),
            })
          : undefined;
    },
    onShown: (made) => latest.current.onReady(made),
  });

  useEffect(() => {
    if (ready) editor.current?.mark(toMarks(findings));
  }, [ready, findings]);
  useEffect(() => {
    if (ready && catalogue) editor.current?.offer(catalogue);
  }, [ready, catalogue]);
  useEffect(() => {
    if (ready) editor.current?.play(playing);
  }, [ready, playing]);

  const button = (label: string, sign: string, act: () => void) => (
    <button type="button" class="diagram__button" aria-label={label} title={label} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <>
      <section class="editor-stage" aria-label={t.drawing(name)} aria-busy={!ready}>
        {/* What is written in it is German, whatever the language around it. */}
        <div class="editor-stage__canvas" lang="de" ref={canvas} />
        <div class="diagram__buttons">
          {button(t.zoomIn, '+', () => editor.current?.zoom(1))}
          {button(t.zoomOut, '−', () => editor.current?.zoom(-1))}
          {button(t.fit, '⤢', () => editor.current?.fit())}
        </div>
        {playing && (
          <p class="editor-stage__hint" role="status">
            {t.playHint}
          </p>
        )}
      </section>
      <div class={folded ? 'editor-panel-side editor-panel-side--folded' : 'editor-panel-side'}>
        <button type="button" class="editor-fold" aria-expanded={!folded} aria-label={t.properties} title={t.properties} onClick={turn}>
          <span aria-hidden="true">{folded ? '«' : '»'}</span>
        </button>
        <section class="editor-panel" id="eigenschaften" aria-label={t.properties} tabIndex={-1} ref={panel} />
      </div>
    </>
  );
};
