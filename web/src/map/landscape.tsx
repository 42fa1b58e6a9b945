import type { ComponentType } from 'preact';
import type { Landscape as LandscapeData, MapProcess, MapSection } from '../../../services/models/answers.ts';
import { useSectionName } from '../office/section-name.ts';
import { useOfficeTexts } from '../office/words.ts';
import { decisionPath, processPath } from '../paths.ts';
import { FiguresLine } from './figures-line.tsx';
import { useMapTexts } from './words.ts';

const ProcessRow = ({ process }: { process: MapProcess }) => {
  const t = useMapTexts();
  return (
    <li class="map-row">
      <a class="map-row__name" href={processPath(process.id)} lang="de">
        {process.name}
      </a>
      <span class="map-row__version">{t.version(process.version)}</span>
      <FiguresLine figures={process.figures} />
      <span class="map-row__summary" lang="de">
        {process.summary}
      </span>
    </li>
  );
};

/** What the routing table names and nobody has modelled yet. */
export type PlannedSlot = ComponentType<{ section: string; planned: MapSection['planned'] }>;

const SectionCard = ({ section, Planned }: { section: MapSection; Planned: PlannedSlot }) => {
  const t = useMapTexts();
  const { sectionLong } = useOfficeTexts();
  const sectionName = useSectionName();
  const matters = [...new Set(section.planned.flatMap((each) => each.anliegen))];
  return (
    <section class="map-card" aria-labelledby={`section-${section.id}`}>
      <h2 class="map-card__title" id={`section-${section.id}`}>
        <span class="map-card__number">{sectionLong(section.id)}</span>
        {sectionName(section.id)}
      </h2>
      {section.openCases !== null && <p class="map-card__figure">{t.openCases(section.openCases)}</p>}
      {section.processes.length > 0 ? (
        <ul class="map-list">
          {section.processes.map((process) => (
            <ProcessRow key={process.id} process={process} />
          ))}
        </ul>
      ) : (
        <p class="map-card__empty">{t.noModels}</p>
      )}
      {matters.length > 0 && (
        <details class="map-card__planned">
          <summary>{t.planned(matters.length)}</summary>
          <Planned section={section.id} planned={section.planned} />
        </details>
      )}
    </section>
  );
};

const Group = ({ id, title, hint, processes }: { id: string; title: string; hint?: string; processes: MapProcess[] }) =>
  processes.length === 0 ? null : (
    <section class="map-card map-card--shared" aria-labelledby={`group-${id}`}>
      <h2 class="map-card__title" id={`group-${id}`}>
        {title}
      </h2>
      {hint && <p class="map-card__hint">{hint}</p>}
      <ul class="map-list">
        {processes.map((process) => (
          <ProcessRow key={process.id} process={process} />
        ))}
      </ul>
    </section>
  );

const Decisions = ({ data }: { data: LandscapeData }) => {
  const t = useMapTexts();
  const names = new Map(
    [...data.roots, ...data.blocks, ...data.others, ...data.sections.flatMap((each) => each.processes)].map((each) => [each.id, each.name]),
  );
  const tables = new Map(data.decisions.map((each) => [each.id, each.name]));
  return (
    <section class="map-card map-card--shared" aria-labelledby="group-decisions">
      <h2 class="map-card__title" id="group-decisions">
        {t.decisions}
      </h2>
      <p class="map-card__hint">{t.decisionsHint}</p>
      <ul class="map-list">
        {data.decisions.map((decision) => {
          const users = [...decision.usedBy.map((id) => names.get(id) ?? id), ...decision.neededBy.map((id) => tables.get(id) ?? id)];
          return (
            <li class="map-row" key={decision.id}>
              <a class="map-row__name" href={decisionPath(decision.id)} lang="de">
                {decision.name}
              </a>
              <span class="map-row__version">{t.version(decision.version)}</span>
              <span class="figures">{t.rules(decision.rules)}</span>
              {users.length > 0 && (
                <span class="map-row__summary">
                  {t.usedIn} <span lang="de">{users.join(', ')}</span>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** The office by section; what all sections share stands below. */
export const Landscape = ({ data, Planned }: { data: LandscapeData; Planned: PlannedSlot }) => {
  const t = useMapTexts();
  return (
    <>
      <div class="map-sections">
        {data.sections.map((section) => (
          <SectionCard key={section.id} section={section} Planned={Planned} />
        ))}
      </div>
      <div class="map-shared">
        <Group id="roots" title={t.roots} hint={t.rootsHint} processes={data.roots} />
        <Group id="blocks" title={t.blocks} hint={t.blocksHint} processes={data.blocks} />
        <Decisions data={data} />
        <Group id="others" title={t.others} processes={data.others} />
      </div>
    </>
  );
};
