import { useEffect, useState } from 'preact/hooks';
import { isDay } from '../../../services/typed/calendar-day.ts';
import { useStaff } from '../api/staff.ts';
import { dayOf } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Field } from '../ui/field.tsx';
import { type AuditFilter, daysOf, monthOf, monthsBefore, useAuditFilter } from './filter.ts';
import { useAuditTexts } from './words.ts';

type SelectProps = { label: string; value: string; options: readonly (readonly [string, string])[]; onChange: (value: string) => void };

const Select = ({ label, value, options, onChange }: SelectProps) => (
  <Field label={label}>
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  </Field>
);

const OWN = 'own';

/** A month with one click, or any days. The trail is of real time, whatever the office's clock says. */
const Period = ({ filter, go }: { filter: AuditFilter; go: (next: AuditFilter) => void }) => {
  const t = useAuditTexts().filter;
  const language = useLanguage();
  const today = dayOf(new Date().toISOString());
  const [own, setOwn] = useState(false);
  const [days, setDays] = useState({ from: filter.from ?? '', to: filter.to ?? '' });
  const [fault, setFault] = useState('');
  useEffect(() => setDays({ from: filter.from ?? '', to: filter.to ?? '' }), [filter.from, filter.to]);
  const month = monthOf(filter);
  const months = monthsBefore(today);
  const chosen = own ? OWN : (month ?? (filter.from || filter.to ? OWN : ''));
  const named = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const choose = (value: string): void => {
    setOwn(value === OWN);
    setFault('');
    if (value !== OWN) go({ ...filter, ...(value ? daysOf(value) : { from: '', to: '' }) });
  };
  const apply = (event: Event): void => {
    event.preventDefault();
    const said = Object.values(days).filter(Boolean);
    const wrong = said.some((each) => !isDay(each)) ? t.badDay : days.from && days.to && days.to < days.from ? t.badOrder : '';
    setFault(wrong);
    if (!wrong) go({ ...filter, ...days });
  };
  return (
    <>
      <Select
        label={t.period}
        value={chosen}
        options={[
          ['', t.always],
          ...(month && !months.includes(month) ? [month, ...months] : months).map(
            (each) => [each, named.format(new Date(`${each}-01T12:00:00Z`))] as const,
          ),
          [OWN, t.ownDays],
        ]}
        onChange={choose}
      />
      {chosen === OWN && (
        <form class="audit-days" onSubmit={apply} noValidate>
          {(['from', 'to'] as const).map((side) => (
            <Field id={`protokoll-${side}`} label={t[side]} key={side}>
              <DayInput
                control={{ id: `protokoll-${side}` }}
                name={t[side]}
                value={days[side]}
                range={{ today, max: today }}
                onChange={(value) => setDays((before) => ({ ...before, [side]: value ?? '' }))}
              />
            </Field>
          ))}
          <Button small type="submit">
            {t.go}
          </Button>
          {fault && (
            <p class="field__fault" role="alert">
              {fault}
            </p>
          )}
        </form>
      )}
    </>
  );
};

const CaseFilter = ({ filter, go }: { filter: AuditFilter; go: (next: AuditFilter) => void }) => {
  const t = useAuditTexts().filter;
  const [text, setText] = useState(filter.case ?? '');
  useEffect(() => setText(filter.case ?? ''), [filter.case]);
  return (
    <form
      class="audit-case"
      onSubmit={(event) => {
        event.preventDefault();
        go({ ...filter, case: text.trim() });
      }}
    >
      <Field label={t.case}>
        <input
          type="text"
          maxLength={36}
          value={text}
          placeholder="AB-2026-000001"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Button small type="submit">
        {t.go}
      </Button>
    </form>
  );
};

/** What narrows the list; readers are asked for by person and period alone. */
export const Filters = () => {
  const t = useAuditTexts().filter;
  const { filter, view, go } = useAuditFilter();
  const staff = useStaff() ?? [];
  const { actor = '' } = filter;
  const accounts = staff.map(({ account, name }) => [account, `${name} (${account})`] as const);
  const unlisted = actor && !staff.some(({ account }) => account === actor) ? [[actor, actor] as const] : [];
  return (
    <div class="audit-filters">
      <Period filter={filter} go={go} />
      {view === 'entries' && (
        <>
          <Select label={t.kind} value={filter.kind ?? ''} options={Object.entries(t.kinds)} onChange={(kind) => go({ ...filter, kind })} />
          <Select
            label={t.actor}
            value={actor}
            options={[['', t.anyActor], ...unlisted, ...accounts]}
            onChange={(next) => go({ ...filter, actor: next })}
          />
          <CaseFilter filter={filter} go={go} />
        </>
      )}
      {Object.keys(filter).length > 0 && <LinkButton onClick={() => go({})}>{t.reset}</LinkButton>}
    </div>
  );
};
