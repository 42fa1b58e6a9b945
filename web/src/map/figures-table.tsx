import type { Landscape, MapProcess } from '../../../services/models/answers.ts';
import { useOfficeTexts } from '../office/words.ts';
import { processPath } from '../paths.ts';
import { DataTable } from '../ui/data-table.tsx';
import { useMapTexts } from './words.ts';

/** All figures of the landscape as a table, for those who do not read cards. */
export const FiguresTable = ({ data }: { data: Landscape }) => {
  const t = useMapTexts();
  const { sectionLong } = useOfficeTexts();
  if (data.counted === 'none') return null;
  const placed: [string, MapProcess][] = [
    ...data.sections.flatMap((section) => section.processes.map((each): [string, MapProcess] => [sectionLong(section.id), each])),
    ...data.roots.map((each): [string, MapProcess] => [t.place.root, each]),
    ...data.blocks.map((each): [string, MapProcess] => [t.place.block, each]),
    ...data.others.map((each): [string, MapProcess] => [t.place.other, each]),
  ];
  const { process, place, version, running, tasks, incidents } = t.columns;
  return (
    <details class="map-figures">
      <summary>{t.asTable}</summary>
      <DataTable caption={t.tableCaption} captionShown>
        <thead>
          <tr>
            {[process, place].map((each) => (
              <th scope="col" key={each}>
                {each}
              </th>
            ))}
            {[version, running, tasks, incidents].map((each) => (
              <th scope="col" class="number" key={each}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed.map(([where, each]) => (
            <tr key={`${where} ${each.id}`}>
              <th scope="row">
                <a href={processPath(each.id)} lang="de">
                  {each.name}
                </a>
              </th>
              <td>{where}</td>
              <td class="number" data-label={version}>
                {each.version}
              </td>
              <td class="number" data-label={running}>
                {each.figures?.running}
              </td>
              <td class="number" data-label={tasks}>
                {each.figures?.openTasks}
              </td>
              <td class="number" data-label={incidents}>
                {each.figures?.incidents}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  );
};
