import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Incident, Incidents } from '../../../services/operations/answers.ts';
import { api } from '../api/client.ts';
import { TrailState } from '../audit/trail-state.tsx';
import { ColumnHeads } from '../ui/column-heads.tsx';
import '../ui/work.css';
import { useFormat } from '../i18n/format.ts';
import { processPath } from '../paths.ts';
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
        <button
          type="button"
          class="button button--small"
          aria-label={t.retryNamed(name)}
          disabled={retry.isPending}
          onClick={() => void retry.say(`/api/incidents/${incidentKey}/retry`, t.retried(name))}
        >
          {t.retry}
        </button>
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
    <div class="work incidents-page">
      <header>
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </header>
      <TrailState />
      <p role="status" class="said">
        {said}
      </p>
      {data?.items.length === 0 && <p class="notice notice--good">{t.none}</p>}
      {data && data.items.length > 0 && (
        <div class="scroll">
          <table class="table table--stack incidents-page__table">
            <caption class="visually-hidden">{t.caption}</caption>
            <ColumnHeads columns={t.columns} />
            <tbody>
              {data.items.map((incident) => (
                <Row key={incident.incidentKey} incident={incident} onRetry={setSaid} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <FailedCommands onSaid={setSaid} />
    </div>
  );
};
