import type { AuthorityFigures } from '../../../services/authorities/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { useBehoerdeName } from '../office/behoerden.ts';
import { DataTable } from '../ui/data-table.tsx';
import { useAuthoritiesTexts } from './words.ts';

/** Nine of ten, with the half of them inside it, on one scale for all rows. Drawn by SVG, because the page allows no inline style. */
const Bar = ({ median, p90, longest }: { median: number; p90: number; longest: number }) => {
  const part = (days: number): number => Math.max(0.5, (days / longest) * 100);
  return (
    <svg class="answer-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="answer-bar__p90" x="0" y="2" width={part(p90)} height="6" />
      <rect class="answer-bar__median" x="0" y="2" width={part(median)} height="6" />
    </svg>
  );
};

/** The figures first; the bars only repeat them. */
export const FiguresTable = ({ items }: { items: AuthorityFigures[] }) => {
  const t = useAuthoritiesTexts();
  const nameOf = useBehoerdeName();
  const { number } = useFormat();
  const longest = Math.max(1, ...items.map((each) => each.p90Days ?? 0));
  const days = (value: number | null): string => (value === null ? t.few : t.days(number(value)));
  const { columns } = t;
  return (
    <DataTable caption={t.caption} class="authorities-table">
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          {[columns.open, columns.answered, columns.median, columns.p90].map((name) => (
            <th scope="col" class="number" key={name}>
              {name}
            </th>
          ))}
          <th scope="col" class="authorities-table__bar">
            {t.bar}
          </th>
          {[columns.reminders, columns.deemed].map((name) => (
            <th scope="col" class="number" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ authority, open, answered, medianDays, p90Days, reminders, deemed }) => (
          <tr key={authority}>
            <th scope="row">{nameOf(authority)}</th>
            <td class="number" data-label={columns.open}>
              {number(open)}
            </td>
            <td class="number" data-label={columns.answered}>
              {number(answered)}
            </td>
            <td class="number" data-label={columns.median}>
              {days(medianDays)}
            </td>
            <td class="number" data-label={columns.p90}>
              {days(p90Days)}
            </td>
            <td class="authorities-table__bar">
              {medianDays !== null && p90Days !== null && <Bar median={medianDays} p90={p90Days} longest={longest} />}
            </td>
            <td class="number" data-label={columns.reminders}>
              {number(reminders)}
            </td>
            <td class="number" data-label={columns.deemed}>
              {number(deemed)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};
