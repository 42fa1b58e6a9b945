import { useEffect, useState } from 'preact/hooks';
import { type NumberRange, readNumber } from '../../../services/typed/read-number.ts';
import { showNumber } from '../../../services/typed/show-number.ts';
import { isBlank } from '../../../services/typed/visible-text.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Button } from '../ui/button.tsx';
import type { Control } from '../ui/day-input.tsx';
import { asText } from './field-props.ts';
import { useFormsTexts } from './words.ts';

type Props = {
  /** Attributes of the text field: its id and what describes it. */
  control: Control;
  /** A number; anything else is what was typed so far. */
  value: unknown;
  digits: number;
  unit: string;
  /** Between which numbers the answer can lie: tells apart what would be unclear. */
  range: NumberRange;
  /** A number as soon as it is one; text for what is none or unclear, for the check to name; undefined if nothing is there. */
  onChange: (value: number | string | undefined) => void;
};

/** A number as text, because a native number field knows no 45.900,00. On leaving it stands there as it was understood; what is unclear is asked. */
export const NumberInput = ({ control, value, digits, unit, range, onChange }: Props) => {
  const t = useFormsTexts();
  const language = useLanguage();
  const show = (each: unknown): string => (typeof each === 'number' ? showNumber(each, { digits, unit }, language) : asText(each));
  const read = (text: string): number | string | undefined => {
    if (isBlank(text)) return undefined;
    const meant = readNumber(text, range, language);
    return 'value' in meant ? meant.value : text;
  };
  const [typed, setTyped] = useState(() => show(value));
  const [typing, setTyping] = useState(false);
  // The value may come from elsewhere (a draft): then it is shown; what is being typed is left alone.
  useEffect(() => {
    if (read(typed) !== value) setTyped(show(value));
  }, [value]);
  const meant = readNumber(typed, range, language);
  return (
    <>
      <input
        {...control}
        class="form-short"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onInput={(event) => {
          setTyping(true);
          setTyped(event.currentTarget.value);
          onChange(read(event.currentTarget.value));
        }}
        onBlur={() => {
          setTyping(false);
          setTyped(show(read(typed)));
        }}
      />
      {!typing && 'unclear' in meant && (
        <span class="form-unclear" role="status">
          {t.unclear}{' '}
          {meant.unclear.map((each) => (
            <Button
              small
              key={each}
              onClick={() => {
                setTyped(show(each));
                onChange(each);
              }}
            >
              {show(each)}
            </Button>
          ))}
        </span>
      )}
    </>
  );
};
