import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChosenField, FormEditorAdapter } from '../../forms/editor/create-form-editor.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { EditorProps } from './editor-props.ts';
import { FieldInOffice } from './field-in-office.tsx';
import { FormPreview } from './form-preview.tsx';
import { useEditorTexts } from './use-editor-texts.ts';

/** A form: built on the left, looked at as it will be at work by „Vorschau“. */
export const FormFile = ({ name, start, ...tell }: EditorProps) => {
  const t = useEditorTexts();
  const language = useLanguage();
  const canvas = useRef<HTMLDivElement>(null);
  const editor = useRef<FormEditorAdapter>();
  const [ready, setReady] = useState(false);
  const [chosen, setChosen] = useState<ChosenField | null>(null);
  const [preview, setPreview] = useState<string>();
  const latest = useRef(tell);
  latest.current = tell;

  useEffect(() => {
    let gone = false;
    setReady(false);
    setPreview(undefined);
    void import('../../forms/editor/create-form-editor.ts').then(async ({ createFormEditor }) => {
      if (gone || !canvas.current) return;
      const made = createFormEditor({
        container: canvas.current,
        label: name,
        language,
        onChange: () => latest.current.onChange(),
        onState: ({ canUndo, canRedo, chosen: field, outline }) => {
          setChosen(field);
          latest.current.onState({ canUndo, canRedo, selected: field?.id ?? null, outline });
        },
      });
      editor.current = made;
      try {
        const lost = await made.open(start.content);
        if (gone) return;
        if (lost.length > 0) latest.current.onFault(`${t.notRead}: ${lost.join('; ')}`);
        setReady(true);
        latest.current.onReady(made);
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

  const look = async (): Promise<void> => setPreview(await editor.current?.read());
  return (
    <div class="editor-form">
      <fieldset class="editor-form__switch">
        <legend class="visually-hidden">{name}</legend>
        <button type="button" class="button button--small" aria-pressed={preview === undefined} onClick={() => setPreview(undefined)}>
          {t.form.edit}
        </button>
        <button
          type="button"
          class="button button--small"
          aria-pressed={preview !== undefined}
          disabled={!ready}
          onClick={() => void look()}
        >
          {t.form.preview}
        </button>
        <FieldInOffice
          field={preview === undefined ? chosen : null}
          onSet={(property, value) => chosen && editor.current?.setProperty(chosen.id, property, value)}
        />
      </fieldset>
      <section class="editor-form__stage" aria-label={name} aria-busy={!ready} hidden={preview !== undefined}>
        <div class="editor-form__canvas" id="eigenschaften" tabIndex={-1} lang="de" ref={canvas} />
      </section>
      {preview !== undefined && <FormPreview key={preview} schema={preview} />}
    </div>
  );
};
