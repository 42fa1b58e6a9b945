import { useState } from 'preact/hooks';
import { PickFile } from '../ui/pick-file.tsx';
import { FieldFrame } from './field-frame.tsx';
import { asText, type FieldProps } from './field-props.ts';
import { useFormsTexts } from './words.ts';

/** A document of the case: one that is there, or one uploaded now. The value is its id. */
export const FileField = (props: FieldProps) => {
  const t = useFormsTexts();
  const { component, value, onChange, around } = props;
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const [uploaded, setUploaded] = useState<{ documentId: string; fileName: string }>();
  const known = around.documents.some((each) => each.documentId === uploaded?.documentId);
  const documents = [...around.documents, ...(uploaded && !known ? [uploaded] : [])];

  const take = async (file: File): Promise<void> => {
    setState('loading');
    try {
      const documentId = await around.upload(file, component);
      setUploaded({ documentId, fileName: file.name });
      onChange(documentId);
      setState('idle');
    } catch {
      setState('failed');
    }
  };

  return (
    <FieldFrame
      {...props}
      after={
        <span class="form-file">
          <PickFile label={t.file.choose} accept={component.accept} onFile={(file) => void take(file)} />
          <span role="status">
            {state === 'loading' && t.file.loading}
            {state === 'failed' && <span class="field__fault">{t.file.failed}</span>}
          </span>
        </span>
      }
    >
      {(control) => (
        <select
          {...control}
          class="form-select"
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        >
          <option value="">{t.file.none}</option>
          {documents.map((each) => (
            <option key={each.documentId} value={each.documentId}>
              {each.fileName}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
};
