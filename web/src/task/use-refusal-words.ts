import { ApiFault } from '../api/client.ts';
import { useStaffName } from '../api/staff.ts';
import { holderIn } from '../api/tasks.ts';
import { useFormat } from '../i18n/format.ts';
import { useTaskTexts } from './words.ts';

/** Why the server refused, in words: who has the task, or the server's own sentence with what it says of single fields. */
export const useRefusalWords = (): ((fault: unknown) => string) => {
  const t = useTaskTexts();
  const nameOf = useStaffName();
  const { dayAndTime } = useFormat();
  return (fault) => {
    const holder = holderIn(fault);
    if (holder?.by) return t.heldBy(nameOf(holder.by), dayAndTime(holder.at));
    if (!(fault instanceof ApiFault) || fault.status === 0) return t.failed;
    const details = Array.isArray(fault.details) ? (fault.details as { message?: string }[]).flatMap(({ message }) => message ?? []) : [];
    return [fault.message, ...details].join(' ');
  };
};
