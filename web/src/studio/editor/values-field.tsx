import { useEffect, useId, useState } from 'preact/hooks';
import { useEditorTexts } from './words.ts';
import { readValues, writeValues } from './write-values.ts';

type Props = { label: string; names: readonly { name: string; label: string }[]; value: unknown; onChange: (value: unknown) => void };

/** Named values as lines `name: wert`, as many as there are. What cannot be read stays in the field and says so. */
export const ValuesField = ({ label, names, value, onChange }: Props) => {
  const t = useEditorTexts().examples;
  const id = useId();
  const [text, setText] = useState(() => writeValues(value));
  const [fault, setFault] = useState(false);
  useEffect(() => {
    setText(writeValues(value));
    setFault(false);
  }, [value]);
  const done = (): void => {
    const read = readValues(text);
    setFault(read === undefined);
    if (read !== undefined && JSON.stringify(read.value) !== JSON.stringify(value)) onChange(read.value);
  };
  return (
    <>
      <textarea
        class="examples__values"
        rows={Math.min(Math.max(text.split('\n').length, 2), 8)}
        spellcheck={false}
        lang="de"
        aria-label={label}
        aria-invalid={fault}
        aria-describedby={fault ? id : undefined}
        title={names.map(({ name, label: long }) => `${name}: ${long}`).join('\n')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={done}
      />
      {fault && (
        <span class="field__fault" id={id}>
          {t.broken}
        </span>
      )}
    </>
  );
};
