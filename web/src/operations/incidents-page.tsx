import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Incident, Incidents } from '../../../services/operations/answers.ts';
import { api } from '../api/client.ts';
import { TrailState } from '../audit/trail-state.tsx';

import { useFormat } from '../i18n/format.ts';
import { processPath } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { ColumnHeads } from '../ui/column-heads.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { FailedCommands } from './failed-commands.tsx';
import { useAct } from './use-act.ts';
import './operations.css';
import { useOperationsTexts } from './words.ts';

const list = ['incidents'];
const useIncidents = () =>
  useQuery({
    queryKey: list,
    queryFn: ({ signal }) => api.get<Incidents>('/api/incidents', signal),
    refetchInterval: 5_000,
    throwOnError: true,
  });

const Row = ({ incident, onRetry }: { incident: Incident; onRetry: (said: string) => void }) => {
  const t = useOperationsTexts();
  const { dayAndTime } = useFormat();
  const retry = useAct(list, onRetry);
  const { incidentKey, process, processName, step, elementId, errorType, message, at } = incident;
  const name = step || t.unknownStep;
  return (
    <tr>
      <th scope="row">
        {process ? (
          <a href={`${processPath(process)}?schritt=${elementId}`} lang={step ? 'de' : undefined}>
            {name}
          </a>
        ) : (
          name
        )}{' '}
        {processName && <span class="soft">{t.in(processName)}</span>}
      </th>
      <td>
        {t.words[errorType] ?? t.other}
        <details class="fold">
          <summary>{t.technical}</summary>
          <code>{message}</code>
        </details>
      </td>
      <td data-label={t.columns.since}>{dayAndTime(at)}</td>
      <td>
        <Button
          small
          aria-label={t.retryNamed(name)}
          disabled={retry.isPending}
          onClick={() => void retry.say(`/api/incidents/${incidentKey}/retry`, t.retried(name))}
        >
          {t.retry}
        </Button>
      </td>
    </tr>
  );
};

/** What stands still in the whole office, without a word about whose case it is; a step is tried again here once its cause is gone. */
export const IncidentsPage = () => {
  const t = useOperationsTexts();
  const { data } = useIncidents();
  const [said, setSaid] = useState('');
  return (
    <Page class="incidents-page">
      <header>
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </header>
      <TrailState />
      <p role="status" class="said">
        {said}
      </p>
      {data?.items.length === 0 && <Notice tone="good">{t.none}</Notice>}
      {data && data.items.length > 0 && (
        <DataTable caption={t.caption} class="incidents-page__table">
          <ColumnHeads columns={t.columns} />
          <tbody>
            {data.items.map((incident) => (
              <Row key={incident.incidentKey} incident={incident} onRetry={setSaid} />
            ))}
          </tbody>
        </DataTable>
      )}
      <FailedCommands onSaid={setSaid} />
    </Page>
  );
};
