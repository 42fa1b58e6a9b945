import { useEffect, useRef, useState } from 'preact/hooks';
import type { Change } from '../../../../services/studio/changes/answers.ts';
import type { DecisionEditor, DecisionState } from '../../bpmn/decision/create-decision-editor.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { EditorProps } from './editor-props.ts';
import { ExamplesTable } from './examples-table.tsx';
import { useOpenEditor } from './use-open-editor.ts';

type Props = EditorProps & { change: Change; addRow: boolean };

/** A decision: its table large, the examples that prove it below. */
export const DmnFile = ({ change, path, name, start, findings, addRow, ...tell }: Props) => {
  const language = useLanguage();
  const canvas = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<DecisionState>();
  const [text, setText] = useState(start.content);
  const latest = useRef(tell);
  latest.current = tell;

  const { editor, ready } = useOpenEditor<DecisionEditor>({
    start,
    latest,
    load: async () => {
      setText(start.content);
      const { createDecisionEditor } = await import('../../bpmn/decision/create-decision-editor.ts');
      return () =>
        canvas.current
          ? createDecisionEditor({
              container: canvas.current,
              language,
              onChange: () => latest.current.onChange(),
              onState: (now) => {
                setState(now);
                const outline = now.views.map(({ id, name: label, kind }) => ({ id, name: label, type: kind, depth: 0 }));
                latest.current.onState({ canUndo: now.canUndo, canRedo: now.canRedo, selected: now.active, outline });
              },
            })
          : undefined;
    },
    onShown: (made) => {
      const select = async (id: string): Promise<boolean> => {
        if (!made.has(id)) return made.select(id);
        await made.show(id);
        return true;
      };
      // The page reads the text to keep it; the examples are held against the same.
      const read = async (): Promise<string> => {
        const now = await made.read();
        if (editor.current === made) setText(now);
        return now;
      };
      latest.current.onReady({ read, undo: made.undo, redo: made.redo, select });
      if (addRow) made.addRow();
    },
  });

  useEffect(() => {
    if (ready) editor.current?.mark(new Map(findings.toReversed().map((each) => [each.elementId, each.severity])));
  }, [ready, findings, state?.active]);

  return (
    <div class="editor-sheet">
      <section class="editor-sheet__table" aria-label={name} aria-busy={!ready}>
        {/* What is written in it is German, whatever the language around it. */}
        <div class="editor-sheet__canvas" lang="de" ref={canvas} />
      </section>
      <ExamplesTable key={path} change={change} path={path} xml={text} onShow={(ruleId) => void editor.current?.select(ruleId)} />
    </div>
  );
};
