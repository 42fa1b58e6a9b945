import { useState } from 'preact/hooks';
import type { Instance, StepOfCase } from '../../../services/casefile/answers.ts';
import { isStep } from '../bpmn/is-step.ts';
import { useFormat } from '../i18n/format.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { calledFrom } from './instances.ts';
import { useCasesTexts } from './words.ts';
import './steps-table.css';

type Props = { instances: Instance[]; shown: Instance; people: Record<string, string | null>; onOpen: (instanceKey: string) => void };

/** The picture's content as a table: for keyboard and screen reader, and for whoever wants the times. */
export const StepsTable = ({ instances, shown, people, onOpen }: Props) => {
  const t = useCasesTexts();
  const { dayAndTime: dateTime } = useFormat();
  const [all, setAll] = useState(false);
  const nameOf = ({ name, type }: StepOfCase): string => {
    if (name) return name;
    const { gateway, event, other } = t.steps.unnamed;
    return type.endsWith('Gateway') ? gateway : type.endsWith('Event') ? event : other;
  };
  const steps = shown.elements.filter(
    (each) => all || isStep(each.type) || each.state === 'incident' || (each.state === 'active' && each.type !== 'subProcess'),
  );
  const { step, state, since, ended, by } = t.steps.columns;
  return (
    <Card
      id="steps-title"
      title={
        <>
          {t.steps.title}{' '}
          <span class="steps__of" lang="de">
            {shown.name}
          </span>
        </>
      }
      beside={
        <label class="check">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} /> {t.steps.all}
        </label>
      }
    >
      <DataTable caption={t.steps.caption(shown.name)}>
        <thead>
          <tr>
            {[step, state, since, ended, by].map((each) => (
              <th scope="col" key={each}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((each) => (
            <tr key={each.elementId}>
              <th scope="row">
                <span lang={each.name ? 'de' : undefined}>{nameOf(each)}</span>
                {each.count > 1 && <span class="steps__times"> {each.count}×</span>}
                {calledFrom(instances, shown, each.elementId).map((child, index, rounds) => (
                  <LinkButton
                    class="steps__open"
                    key={child.instanceKey}
                    onClick={() => onOpen(child.instanceKey)}
                    aria-label={
                      rounds.length > 1
                        ? `${t.diagram.stepInto(child.name)}, ${t.diagram.round(index + 1)}`
                        : t.diagram.stepInto(child.name)
                    }
                  >
                    {rounds.length > 1 ? t.diagram.round(index + 1) : t.diagram.stepIntoShort}
                  </LinkButton>
                ))}
              </th>
              <td>
                <span class={`step-state step-state--${each.state}`}>{t.diagram.states[each.state]}</span>
              </td>
              <td data-label={since}>{each.activatedAt && dateTime(each.activatedAt)}</td>
              <td data-label={ended}>{each.endedAt && dateTime(each.endedAt)}</td>
              <td data-label={by}>{each.by ? (people[each.by] ?? each.by) : ''}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Card>
  );
};
