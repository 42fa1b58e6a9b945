import { useEffect, useRef, useState } from 'preact/hooks';
import type { DecisionEditor, DecisionState } from '../../bpmn/decision/create-decision-editor.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Change } from '../types.ts';
import type { EditorProps } from './editor-props.ts';
import { ExamplesTable } from './examples-table.tsx';
import { useEditorTexts } from './use-editor-texts.ts';

type Props = EditorProps & { change: Change; addRow: boolean };

/** A decision: its table large, the examples that prove it below. */
export const DmnFile = ({ change, path, name, start, findings, addRow, ...tell }: Props) => {
  const t = useEditorTexts();
  const language = useLanguage();
  const canvas = useRef<HTMLDivElement>(null);
  const editor = useRef<DecisionEditor>();
  const [ready, setReady] = useState(false);
  const [state, setState] = useState<DecisionState>();
  const [text, setText] = useState(start.content);
  const latest = useRef(tell);
  latest.current = tell;

  useEffect(() => {
    let gone = false;
    setReady(false);
    setText(start.content);
    void import('../../bpmn/decision/create-decision-editor.ts').then(async ({ createDecisionEditor }) => {
      if (gone || !canvas.current) return;
      const made = createDecisionEditor({
        container: canvas.current,
        language,
        onChange: () => {
          latest.current.onChange();
          void made.read().then((now) => !gone && setText(now));
        },
        onState: (now) => {
          setState(now);
          const outline = now.views.map(({ id, name: label, kind }) => ({ id, name: label, type: kind, depth: 0 }));
          latest.current.onState({ canUndo: now.canUndo, canRedo: now.canRedo, selected: now.active, outline });
        },
      });
      editor.current = made;
      try {
        const lost = await made.open(start.content);
        if (gone) return;
        if (lost.length > 0) latest.current.onFault(`${t.notRead}: ${lost.join('; ')}`);
        setReady(true);
        const select = async (id: string): Promise<boolean> => {
          if (!made.has(id)) return made.select(id);
          await made.show(id);
          return true;
        };
        latest.current.onReady({ read: made.read, undo: made.undo, redo: made.redo, select });
        if (addRow) made.addRow();
      } catch (fault) {
        if (!gone) latest.current.onFault(`${t.unreadable}: ${(fault as Error).message}`);
      }
    });
    return () => {
      gone = true;
      latest.current.onReady(undefined);
      editor.current?.destroy();
      editor.current = undefined;
    };
  }, [start, language]);

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
