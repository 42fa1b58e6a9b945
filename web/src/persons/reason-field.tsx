import { usePersonsTexts } from './words.ts';

export const ReasonField = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => {
  const t = usePersonsTexts();
  return (
    <label class="field">
      <span class="field__label">{t.reason}</span>
      <textarea rows={2} maxLength={1000} value={value} onInput={(event) => onChange(event.currentTarget.value)} required />
      <span class="field__hint">{t.reasonHint}</span>
    </label>
  );
};
