import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiFault } from '../api/client.ts';
import { useStaffName } from '../api/staff.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from './button.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { DataTable } from './data-table.tsx';
import { Notice } from './notice.tsx';
import { useOvertakenTexts } from './overtaken-words.ts';

/** What stands there now; `by` and `at`: who wrote it, and when, where that is known. */
export type Overtaken = { version: number; by?: string; at?: string };

/** Set where the server refused because somebody else was faster. */
export const overtakenOf = (fault: unknown): Overtaken | undefined => {
  const details = fault instanceof ApiFault && fault.status === 409 ? (fault.details as Partial<Overtaken> | undefined) : undefined;
  return typeof details?.version === 'number' ? (details as Overtaken) : undefined;
};

/**
 * The version somebody had before them when they began, for as long as they write: what others save meanwhile reaches the page, but not what is sent. Once
 * they have been told that somebody was faster, sending again is their decision. `writes`: whether they have begun; a form that opens for it has.
 */
export const useSeen = (version: number | undefined, writes = true) => {
  const [seen, setSeen] = useState(version);
  const [overtaken, setOvertaken] = useState<Overtaken>();
  useEffect(() => {
    if (writes) return;
    setSeen(version);
    setOvertaken(undefined);
  }, [writes, version]);
  const send = async <Answer,>(work: (seen: number | undefined) => Promise<Answer>): Promise<Answer> => {
    try {
      return await work(seen);
    } catch (fault) {
      const found = overtakenOf(fault);
      if (found) {
        setSeen(found.version);
        setOvertaken(found);
        // The note says it.
        throw new Error('', { cause: fault });
      }
      throw fault;
    }
  };
  return { send, overtaken };
};

/** Says who was faster. */
export const OvertakenNote = ({ overtaken: { by, at }, children }: { overtaken: Overtaken; children: ComponentChildren }) => {
  const t = useOvertakenTexts();
  const name = useStaffName();
  const { dayAndTime } = useFormat();
  return (
    <Notice block tone="alarm" class="overtaken" role="alert">
      <p>
        {by && at ? t.byAt(name(by), dayAndTime(at)) : by ? t.by(name(by)) : t.bySomebody} {t.kept}
      </p>
      {children}
    </Notice>
  );
};

export type Difference = { label: string; theirs: string; mine: string };

/** Two versions of a text, field by field where they differ. */
export const Differences = ({ differences }: { differences: readonly Difference[] }) => {
  const t = useOvertakenTexts();
  if (differences.length === 0) return <p>{t.same}</p>;
  return (
    <DataTable caption={t.caption} class="overtaken__table">
      <ColumnHeads columns={t.columns} />
      <tbody>
        {differences.map(({ label, theirs, mine }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td data-label={t.columns.theirs} lang="de">
              {theirs || <span class="soft">{t.nothing}</span>}
            </td>
            <td data-label={t.columns.mine} lang="de">
              {mine || <span class="soft">{t.nothing}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};

/** Which of the two versions is to stay. */
export const ChooseVersion = ({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) => {
  const t = useOvertakenTexts();
  return (
    <div class="buttons">
      <Button small onClick={onTheirs}>
        {t.takeTheirs}
      </Button>
      <Button small onClick={onMine}>
        {t.keepMine}
      </Button>
    </div>
  );
};
