import { useMemo, useState } from 'preact/hooks';
import type { Form } from '../../../../services/forms/read-form.ts';
import { useMe } from '../../api/me.ts';
import type { CaseDocument } from '../../forms/field-props.ts';
import { FormView } from '../../forms/form-view.tsx';
import { startValues, useForm } from '../../forms/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { useEditorTexts } from './words.ts';

const nothing = {};

/** The form as it is at work: same fields, same look, same checks; what is entered here is kept nowhere. */
export const FormPreview = ({ schema }: { schema: string }) => {
  const t = useEditorTexts().form;
  const form = useMemo(() => JSON.parse(schema) as Form, [schema]);
  const today = useMe()?.today ?? '';
  const [documents, setDocuments] = useState<CaseDocument[]>([]);
  const [fine, setFine] = useState(false);
  const state = useForm(form, { values: startValues(form, nothing, null), data: nothing, today }, () => setFine(false));
  const upload = async (file: File): Promise<string> => {
    const documentId = crypto.randomUUID();
    setDocuments((all) => [...all, { documentId, fileName: file.name, type: '' }]);
    return documentId;
  };
  return (
    <section class="editor-form__preview" aria-label={t.preview}>
      <p class="soft">{t.previewHint}</p>
      <FormView form={form} state={state} locked={false} documents={documents} upload={upload} />
      <div class="buttons">
        <Button onClick={() => setFine(state.attemptToComplete())}>{t.tryIt}</Button>
        <span role="status">{fine && t.fine}</span>
      </div>
    </section>
  );
};
