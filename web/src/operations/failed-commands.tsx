import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { FailedCommand, FailedCommands as FailedList } from '../../../services/operations/answers.ts';
import { api } from '../api/client.ts';
import { useFormat } from '../i18n/format.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { ColumnHeads } from '../ui/column-heads.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAct } from './use-act.ts';
import { useOperationsTexts } from './words.ts';

/** The service's own least length of a reason. */
const LEAST_REASON = 10;
const key = ['operations', 'commands'];
const useFailedCommands = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<FailedList>('/api/operations/commands', signal),
    refetchInterval: 5_000,
    throwOnError: true,
  });

const pathOf = (id: string, verb: 'drop' | 'retry'): string => `/api/operations/commands/${id}/${verb}`;

type RowProps = { command: FailedCommand; onSaid: (said: string) => void };

const DropForm = ({ command: { id, name }, onSaid, onCancel }: RowProps & { onCancel: () => void }) => {
  const t = useOperationsTexts().commands;
  const drop = useAct(key, onSaid);
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    await drop.send({ path: pathOf(id, 'drop'), body: { reason } });
    onSaid(t.dropped(t.names[name] ?? name));
  };
  const missing = (): string | undefined => (reason.trim().length < LEAST_REASON ? t.needsReason : undefined);
  return (
    <InlineForm hint={t.lost[name]} send={t.dropDo} danger missing={missing} onSend={send} cancel={{ text: t.cancel, act: onCancel }}>
      <Field label={t.reason}>
        <textarea rows={2} maxLength={500} value={reason} onInput={(event) => setReason(event.currentTarget.value)} required />
      </Field>
    </InlineForm>
  );
};

const Actions = ({ command, onSaid, onDrop }: RowProps & { onDrop: () => void }) => {
  const t = useOperationsTexts().commands;
  const retry = useAct(key, onSaid);
  const name = t.names[command.name] ?? command.name;
  return (
    <div class="buttons">
      <Button
        small
        aria-label={t.retryNamed(name)}
        disabled={retry.isPending}
        onClick={() => void retry.say(pathOf(command.id, 'retry'), t.retried(name))}
      >
        {t.retry}
      </Button>
      {command.droppable && (
        <LinkButton aria-label={t.dropNamed(name)} onClick={onDrop}>
          {t.drop}
        </LinkButton>
      )}
    </div>
  );
};

const Row = ({ command, onSaid }: RowProps) => {
  const t = useOperationsTexts();
  const { dayAndTime } = useFormat();
  const [dropping, setDropping] = useState(false);
  const { name, attempts, lastError, runAt, createdAt, givenUp } = command;
  return (
    <tr>
      <th scope="row">{t.commands.names[name] ?? name}</th>
      <td>
        {givenUp ? t.commands.givenUp(attempts) : t.commands.goesOn(attempts, dayAndTime(runAt))}
        <details class="fold">
          <summary>{t.commands.technical}</summary>
          <code>{lastError}</code>
        </details>
      </td>
      <td data-label={t.columns.since}>{dayAndTime(createdAt)}</td>
      <td>
        {dropping ? (
          <DropForm command={command} onSaid={onSaid} onCancel={() => setDropping(false)} />
        ) : (
          <Actions command={command} onSaid={onSaid} onDrop={() => setDropping(true)} />
        )}
      </td>
    </tr>
  );
};

/** What Lotse could not hand on: to the engine, as a mail, as a release. Tried again here once the cause is gone, or dropped with a reason. */
export const FailedCommands = ({ onSaid }: { onSaid: (said: string) => void }) => {
  const t = useOperationsTexts();
  const { data } = useFailedCommands();
  if (!data) return null;
  return (
    <section aria-labelledby="failed-commands">
      <h2 id="failed-commands">{t.commands.title}</h2>
      <p class="soft">{t.commands.lead}</p>
      {data.items.length === 0 ? (
        <Notice tone="good">{t.commands.none}</Notice>
      ) : (
        <DataTable caption={t.commands.caption} class="incidents-page__table">
          <ColumnHeads columns={{ ...t.columns, step: t.commands.column }} />
          <tbody>
            {data.items.map((command) => (
              <Row key={command.id} command={command} onSaid={onSaid} />
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
};
