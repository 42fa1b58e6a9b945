import { may, useMe } from '../../api/me.ts';
import { useAnliegenName } from '../../office/words.ts';
import { newProcessPath } from '../../paths.ts';
import { useEntryTexts } from '../entry-words.ts';

type Planned = { id: string; anliegen: string[] };

/** What the routing table names and nobody has modelled yet; its owner begins it from here. */
export const PlannedProcesses = ({ section, planned }: { section: string; planned: readonly Planned[] }) => {
  const t = useEntryTexts();
  const anliegenName = useAnliegenName();
  const owns = may(useMe(), 'edit-models');
  if (!owns) {
    const matters = [...new Set(planned.flatMap((each) => each.anliegen))].map(anliegenName).toSorted((a, b) => a.localeCompare(b));
    return <p>{matters.join(' · ')}</p>;
  }
  return (
    <ul class="planned-list">
      {planned.map(({ id, anliegen }) => (
        <li key={id}>
          <span>{anliegen.map(anliegenName).join(', ')}</span>{' '}
          <a href={newProcessPath(id, section)} aria-label={t.createLong(id)}>
            {t.create}
          </a>
        </li>
      ))}
    </ul>
  );
};
