import { useState } from 'preact/hooks';
import type { HeatFigures, ProcessInWords, Step } from '../../../../services/models/answers.ts';
import { useFormat } from '../../i18n/format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { stepName, typeName } from '../step-name.ts';
import type { Place } from '../use-place.ts';
import { useMapTexts } from '../words.ts';
import { spanOf } from './scale.ts';
import { useHeat } from './use-heat.ts';
import { useHeatTexts } from './words.ts';

type Row = { step: Step; figures: HeatFigures };
type Column = 'step' | 'type' | 'count' | 'median' | 'p90' | 'open';
type Order = { by: Column; falling: boolean };

const columns: readonly Column[] = ['step', 'type', 'count', 'median', 'p90', 'open'];
const isText = (column: Column): boolean => column === 'step' || column === 'type';

type Props = { process: ProcessInWords; place: Place; onSelect: (elementId: string) => void };

/** The figures of the picture as a table that can be sorted. */
export const HeatList = ({ process, place, onSelect }: Props) => {
  const t = useHeatTexts();
  const words = useMapTexts();
  const { number } = useFormat();
  const data = useHeat(process.id, place);
  const [order, setOrder] = useState<Order>({ by: 'median', falling: true });
  const figures = data?.elements ?? [];
  const rows = process.elements.flatMap((step): Row[] => {
    const found = figures.find((each) => each.elementId === step.elementId);
    return found ? [{ step, figures: found }] : [];
  });
  const sortKey = ({ step, figures: found }: Row): string | number =>
    ({
      step: stepName(step, words),
      type: typeName(step, words),
      count: found.count ?? 0,
      median: found.medianMs ?? -1,
      p90: found.p90Ms ?? -1,
      open: found.open ?? 0,
    })[order.by];
  const compare = (a: Row, b: Row): number => {
    const [one, other] = [sortKey(a), sortKey(b)];
    const upward = typeof one === 'string' ? one.localeCompare(String(other), 'de') : one - Number(other);
    return order.falling ? -upward : upward;
  };
  const sort = (by: Column): void => setOrder({ by, falling: order.by === by ? !order.falling : !isText(by) });
  const atLeast = (count: number | null): string => (count === null ? t.few : number(count));
  const former = figures.length - rows.length;
  const span = (ms: number | null): string => (ms === null ? '' : spanOf(ms, t.long));
  return (
    <section class="map-steps" aria-labelledby="heat-title">
      <h2 id="heat-title">{t.title}</h2>
      {data && rows.length === 0 && <p class="map-card__hint">{!data.elements ? t.noFigures : data.inSteps ? t.nothingMuch : t.nothing}</p>}
      {data?.inSteps && rows.length > 0 && <p class="map-card__hint">{t.inSteps}</p>}
      {rows.length > 0 && (
        <DataTable caption={t.caption(process.name)} class="heat-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  scope="col"
                  key={column}
                  class={isText(column) ? '' : 'number'}
                  aria-sort={order.by !== column ? undefined : order.falling ? 'descending' : 'ascending'}
                >
                  <button type="button" class="heat-table__sort" title={t.sortBy(t.columns[column])} onClick={() => sort(column)}>
                    {t.columns[column]}
                    <span aria-hidden="true">{order.by !== column ? '' : order.falling ? ' ▼' : ' ▲'}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toSorted(compare).map(({ step, figures: found }) => (
              <tr key={step.elementId} class={step.elementId === place.step ? 'map-table__selected' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    class="map-table__pick"
                    lang={step.name ? 'de' : undefined}
                    aria-pressed={step.elementId === place.step}
                    onClick={() => onSelect(step.elementId)}
                  >
                    {stepName(step, words)}
                  </button>
                </th>
                <td>{typeName(step, words)}</td>
                <td class="number" data-label={t.columns.count}>
                  {atLeast(found.count)}
                </td>
                <td class="number" data-label={t.columns.median}>
                  {span(found.medianMs)}
                </td>
                <td class="number" data-label={t.columns.p90}>
                  {span(found.p90Ms)}
                </td>
                <td class="number" data-label={t.columns.open}>
                  {found.open === 0 ? '' : atLeast(found.open)}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {former > 0 && <p class="map-card__hint">{t.former(former)}</p>}
    </section>
  );
};
