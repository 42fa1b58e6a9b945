import { useState } from 'preact/hooks';
import type { Change } from '../../../../services/studio/changes/answers.ts';
import type { DryRun } from '../../../../services/studio/dry-run/answers.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { changeCalls, useChangeAct } from '../queries.ts';
import { DryRunFigures } from './dry-run-figures.tsx';
import { hasDryRun, needsDryRun } from './missing.ts';
import { Part } from './part.tsx';
import { useChangesTexts } from './words.ts';

const few = 12;

const Affected = ({ changed }: { changed: DryRun['changed'] }) => {
  const t = useChangesTexts().dryRun;
  const [all, setAll] = useState(false);
  const { columns } = t;
  return (
    <>
      <DataTable caption={t.caption}>
        <thead>
          <tr>
            {[columns.case, columns.section, columns.what, columns.before, columns.after].map((each) => (
              <th scope="col" key={each}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changed.slice(0, all ? undefined : few).map((each, index) => (
            <tr key={`${each.caseId} ${each.what} ${each.decision} ${index}`}>
              <th scope="row">{each.aktenzeichen}</th>
              <td data-label={columns.section}>{each.section}</td>
              <td data-label={columns.what}>{t.what[each.what]}</td>
              <td data-label={columns.before} lang="de">
                <del class="diff-removed">{each.before}</del>
              </td>
              <td data-label={columns.after} lang="de">
                <ins class="diff-added">{each.after}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {!all && changed.length > few && <LinkButton onClick={() => setAll(true)}>{t.more(changed.length)}</LinkButton>}
    </>
  );
};

/** What is said of each section, taken together: never more than its parts tell. */
const countCases = (sections: DryRun['sections']): number => sections.reduce((sum, { cases }) => sum + (cases ?? 0), 0);

const Result = ({ run }: { run: DryRun }) => {
  const t = useChangesTexts().dryRun;
  const cases = countCases(run.sections);
  const [first, ...others] = [...new Set(run.kinds.map((each) => each.what))];
  const what = first && others.length === 0 ? t.whats[first] : t.whats.mixed;
  return (
    <div class="dry-run">
      <p class="dry-run__sentence">{cases > 0 ? t.sentence(cases, run.openCases, what) : t.same(run.openCases)}</p>
      <DryRunFigures run={run} />
      {run.changed.length > 0 && (
        <div>
          <h3>{t.yours}</h3>
          <Affected changed={run.changed} />
        </div>
      )}
      {run.truncated && <p class="soft">{t.truncated}</p>}
      {run.byStep.length > 0 && (
        <div>
          <h3>{t.steps}</h3>
          <ul class="plain-list" lang="de">
            {run.byStep.map((each) => (
              <li key={`${each.processId} ${each.elementId}`}>{each.words}</li>
            ))}
          </ul>
        </div>
      )}
      {run.staying.length > 0 && (
        <p>
          {t.staying} <span lang="de">{run.staying.map((each) => t.stayingAt(each.name, each.running)).join(' · ')}</span>
        </p>
      )}
      {run.wrongExamples.length > 0 && (
        <Notice block tone="alarm">
          <p>{t.wrongExamples}</p>
          <ul class="plain-list" lang="de">
            {run.wrongExamples.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Notice>
      )}
      {run.failures.length > 0 && (
        <Notice block tone="warn">
          <p>{t.failures}</p>
          <ul class="plain-list" lang="de">
            {run.failures.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
};

type Props = { change: Change; edits: boolean };

/** Which of today's open cases would be treated otherwise. Kept with the change, so whoever signs reads the same. */
export const DryRunPart = ({ change, edits }: Props) => {
  const t = useChangesTexts().dryRun;
  const { dayAndTime } = useFormat();
  const run = useChangeAct(change.changeId, async () => {
    await changeCalls(change.changeId).dryRun();
    return undefined;
  });
  const kept = change.dryRun;
  if (!needsDryRun(change)) {
    return (
      <Part step="dryRun" title={t.title}>
        <p class="soft">{t.notNeeded}</p>
      </Part>
    );
  }
  return (
    <Part step="dryRun" title={t.title} note={kept && <span>{t.at(dayAndTime(kept.at))}</span>}>
      {edits && !kept && <p class="soft">{t.needed}</p>}
      {!edits && !kept && <p class="soft">{t.none}</p>}
      {kept && !hasDryRun(change) && <Notice tone="warn">{t.stale}</Notice>}
      {kept && <Result run={kept} />}
      {edits && (
        <div class="buttons">
          <Button small disabled={run.isPending} onClick={() => run.mutate()}>
            {kept ? t.again : t.start}
          </Button>
          <span role="status">{run.isPending && t.running}</span>
        </div>
      )}
      {run.error && (
        <p class="field__fault" role="alert">
          {run.error.message}
        </p>
      )}
    </Part>
  );
};
