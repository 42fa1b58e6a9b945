import { Field } from '../ui/field.tsx';
import { usePersonsTexts } from './words.ts';

export const ReasonField = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => {
  const t = usePersonsTexts();
  return (
    <Field label={t.reason} hint={t.reasonHint}>
      <textarea rows={2} maxLength={1000} value={value} onInput={(event) => onChange(event.currentTarget.value)} required />
    </Field>
  );
};
