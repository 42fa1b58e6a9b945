import { useRef, useState } from 'preact/hooks';
import type { ChosenField, FormEditorAdapter } from '../../forms/editor/create-form-editor.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import type { EditorProps } from './editor-props.ts';
import { FieldInOffice } from './field-in-office.tsx';
import { FormPreview } from './form-preview.tsx';
import { useOpenEditor } from './use-open-editor.ts';
import { useEditorTexts } from './words.ts';

/** A form: built on the left, looked at as it will be at work by „Vorschau“. */
export const FormFile = ({ name, start, ...tell }: EditorProps) => {
  const t = useEditorTexts();
  const language = useLanguage();
  const canvas = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ChosenField | null>(null);
  const [preview, setPreview] = useState<string>();
  const latest = useRef(tell);
  latest.current = tell;

  const { editor, ready } = useOpenEditor<FormEditorAdapter>({
    start,
    latest,
    load: async () => {
      setPreview(undefined);
      const { createFormEditor } = await import('../../forms/editor/create-form-editor.ts');
      return () =>
        canvas.current
          ? createFormEditor({
              container: canvas.current,
              label: name,
              language,
              onChange: () => latest.current.onChange(),
              onState: ({ canUndo, canRedo, chosen: field, outline }) => {
                setChosen(field);
                latest.current.onState({ canUndo, canRedo, selected: field?.id ?? null, outline });
              },
            })
          : undefined;
    },
    onShown: (made) => latest.current.onReady(made),
  });

  const look = async (): Promise<void> => setPreview(await editor.current?.read());
  return (
    <div class="editor-form">
      <fieldset class="editor-form__switch">
        <legend class="visually-hidden">{name}</legend>
        <Button small aria-pressed={preview === undefined} onClick={() => setPreview(undefined)}>
          {t.form.edit}
        </Button>
        <Button small aria-pressed={preview !== undefined} disabled={!ready} onClick={() => void look()}>
          {t.form.preview}
        </Button>
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
