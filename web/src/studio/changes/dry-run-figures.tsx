import type { DryRun, SectionCases } from '../../../../services/studio/dry-run/answers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useChangesTexts } from './words.ts';

/** How many cases of each section, and what becomes of them. Which ones they are, only those are told who may open them. */
export const DryRunFigures = ({ run }: { run: DryRun }) => {
  const t = useChangesTexts().dryRun;
  const { columns } = t;
  const say = ({ section, cases }: SectionCases): string => `${section ?? t.unrouted}: ${cases === null ? t.few : t.atLeast(cases)}`;
  return (
    <>
      <h3>{t.bySection}</h3>
      <ul class="plain-list">
        {run.sections.map((each) => (
          <li key={each.section ?? ''}>{say(each)}</li>
        ))}
      </ul>
      {run.kinds.length > 0 && (
        <DataTable caption={t.kindsCaption}>
          <thead>
            <tr>
              {[columns.what, columns.before, columns.after, columns.cases].map((each) => (
                <th scope="col" key={each}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.kinds.map((each) => (
              <tr key={`${each.what} ${each.decision} ${each.before} ${each.after}`}>
                <th scope="row">
                  {t.what[each.what]} (<span lang="de">{each.decision}</span>)
                </th>
                <td data-label={columns.before} lang="de">
                  <del class="diff-removed">{each.before}</del>
                </td>
                <td data-label={columns.after} lang="de">
                  <ins class="diff-added">{each.after}</ins>
                </td>
                <td data-label={columns.cases}>{each.sections.map(say).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <p class="soft">{t.inSteps}</p>
    </>
  );
};
