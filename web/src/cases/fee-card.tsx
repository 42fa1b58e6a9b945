import { useRef, useState } from 'preact/hooks';
import type { Fee } from '../../../services/fees/answers.ts';
import { NumberInput } from '../forms/number-input.tsx';
import { useFormat } from '../i18n/format.ts';
import { useLeistungName } from '../office/leistungen.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { Line, Lines } from '../ui/lines.tsx';
import { useFileTexts } from './file-words.ts';
import { type Payment, useTakePayment } from './queries.ts';
import { useMoney } from './use-money.ts';
import './fee-card.css';

const CENT = 0.01;
const isWholeCents = (euros: number): boolean => Number(euros.toFixed(2)) === euros;

type FormProps = { caseId: string; outstanding: number; onDone: (said: string) => void; onCancel: () => void };

const PaymentForm = ({ caseId, outstanding, onDone, onCancel }: FormProps) => {
  const t = useFileTexts().fee;
  const money = useMoney();
  const take = useTakePayment(caseId);
  const [typed, setTyped] = useState<number | string | undefined>(outstanding);
  const [method, setMethod] = useState<Payment['method']>('KASSE');
  // Made once for this form: sent twice, it is one payment.
  const [paymentId] = useState(() => crypto.randomUUID());
  const amount = typeof typed === 'number' && typed > 0 && isWholeCents(typed) ? typed : undefined;
  const send = async (): Promise<void> => {
    if (amount === undefined) return;
    await take.mutateAsync({ amount, method, paymentId });
    onDone(t.booked(money(amount)));
  };
  return (
    <InlineForm
      send={t.save}
      missing={() => (amount === undefined ? t.needsAmount : undefined)}
      onSend={send}
      cancel={{ text: t.cancel, act: onCancel }}
    >
      <div class="upload__fields">
        <Field id={`betrag-${caseId}`} label={t.amount}>
          <NumberInput
            control={{ id: `betrag-${caseId}`, 'aria-required': true }}
            value={typed}
            digits={2}
            unit="€"
            range={{ min: CENT, max: outstanding }}
            onChange={setTyped}
          />
        </Field>
        <Field label={t.method}>
          <select value={method} onChange={(event) => setMethod(event.currentTarget.value as Payment['method'])}>
            {Object.entries(t.methods).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </InlineForm>
  );
};

const stateOf = ({ paid, outstanding }: Fee): 'open' | 'part' | 'paid' => (outstanding === 0 ? 'paid' : paid > 0 ? 'part' : 'open');

/** What it costs, by which norm, and what has been paid; whoever takes money books it here. */
export const FeeCard = ({ caseId, fee, mayTake }: { caseId: string; fee: Fee; mayTake: boolean }) => {
  const t = useFileTexts().fee;
  const money = useMoney();
  const leistungName = useLeistungName();
  const { day } = useFormat();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const close = (text: string): void => {
    setSaid(text);
    setOpen(false);
    opener.current?.focus();
  };
  const state = stateOf(fee);
  const serviceName = (code: string): string => leistungName(code) ?? (/^REISEAUSWEIS/.test(code) ? t.travelPaper : t.other);
  return (
    <Card id="fee-title" title={t.title} beside={<span class={`fee-state fee-state--${state}`}>{t.state[state]}</span>}>
      <Lines>
        {fee.items.map((item) => (
          <Line key={`${item.service} ${item.setAt}`}>
            <span class="line__main">
              {serviceName(item.service)}{' '}
              <span class="line__more">
                {t.basis} <span lang="de">{item.norm}</span>
              </span>
            </span>
            <strong class="money">{money(item.amount)}</strong>
          </Line>
        ))}
        {fee.payments.map((payment) => (
          <Line key={`${payment.paidAt} ${payment.amount}`}>
            <span class="line__more">
              {day(payment.paidAt)} {t.by[payment.method] ?? payment.method}
            </span>
            <span class="money">− {money(payment.amount)}</span>
          </Line>
        ))}
      </Lines>
      <p class="fee-sum">
        <strong>{state === 'paid' ? t.settled(money(fee.paid)) : t.outstanding(money(fee.outstanding))}</strong>
        {mayTake && state !== 'paid' && (
          <Button small at={opener} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t.take}
          </Button>
        )}
      </p>
      {open && mayTake && state !== 'paid' && (
        <PaymentForm caseId={caseId} outstanding={fee.outstanding} onDone={close} onCancel={() => close('')} />
      )}
      <p role="status" class="said">
        {said}
      </p>
    </Card>
  );
};
