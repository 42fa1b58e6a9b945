import { useMemo, useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { Feedback } from '../../../services/knowledge/answers.ts';
import { may, useMe } from '../api/me.ts';
import type { Badge } from '../bpmn/badges.ts';
import { BpmnDiagram } from '../bpmn/bpmn-diagram.tsx';
import type { Diagram } from '../bpmn/create-diagram.ts';
import { useFormat } from '../i18n/format.ts';
import { OpenNotes } from '../knowledge/open-notes.tsx';
import { useFeedback } from '../knowledge/queries.ts';
import { NormLink } from '../norms/norm-link.tsx';
import { Button } from '../ui/button.tsx';
import { downloadText } from '../ui/download-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Breadcrumb, Page } from '../ui/page.tsx';
import type { EditSlot } from './edit-slot.ts';
import type { HeatPicture } from './heat/picture.ts';
import './map.css';
import type { ProcessInWords, Tokens } from '../../../services/models/answers.ts';
import { useElements, useTokens, useVersions, useXml } from '../api/processes.ts';
import { isAwaited } from '../api/query-client.ts';
import { useOfficeTexts } from '../office/words.ts';
import { decisionPath, mapPath, processPath } from '../paths.ts';
import { StepList } from './step-list.tsx';
import { StepPanel } from './step-panel.tsx';
import { useHeatParts } from './use-heat-parts.ts';
import { usePlace } from './use-place.ts';
import { useMapTexts } from './words.ts';

const toBadges = (tokens: Tokens | undefined, notes: readonly Feedback[]): Badge[] => [
  ...(tokens?.elements ?? []).flatMap(({ elementId, count, incidents }) => [
    ...(count > 0 ? [{ elementId, kind: 'count' as const, text: String(count) }] : []),
    ...(incidents > 0 ? [{ elementId, kind: 'incident' as const, text: `! ${incidents}` }] : []),
  ]),
  ...[...Map.groupBy(notes, (each) => each.elementId)].map(([elementId, here]) => ({
    elementId,
    kind: 'note' as const,
    text: `✎ ${here.length}`,
  })),
];

const Place = ({ of: { sections, kind } }: { of: ProcessInWords }) => {
  const t = useMapTexts();
  const { sectionLong } = useOfficeTexts();
  if (sections.length > 0) return <>{sections.map((each) => sectionLong(each)).join(', ')}</>;
  return <>{kind === 'wurzel' ? t.roots : kind === 'baustein' ? t.blocks : t.others}</>;
};

const Versions = ({ id, process, onChoose }: { id: string; process: ProcessInWords; onChoose: (version: number) => void }) => {
  const t = useMapTexts();
  const { data } = useVersions(id);
  if (!data || data.items.length < 2) return <span class="map-version">{t.version(process.version)}</span>;
  return (
    <label class="map-version">
      {t.process.versions}{' '}
      <select value={process.version} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {data.items.map((each) => (
          <option key={each.version} value={each.version}>
            {t.process.versionOption(each.version, each.current)}
          </option>
        ))}
      </select>
    </label>
  );
};

const Views = ({ heat, onChoose }: { heat: boolean; onChoose: (heat: boolean) => void }) => {
  const t = useMapTexts().process.views;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div class="map-views" role="group" aria-label={t.label}>
      <button type="button" aria-pressed={!heat} onClick={() => onChoose(false)}>
        {t.running}
      </button>
      <button type="button" aria-pressed={heat} onClick={() => onChoose(true)}>
        {t.heat}
      </button>
    </div>
  );
};

const Elsewhere = ({ tokens }: { tokens: Tokens | undefined }) => {
  const t = useMapTexts();
  const others = (tokens?.versions ?? []).filter((each) => each.version !== tokens?.version && each.version !== null);
  if (others.length === 0) return null;
  return <Notice>{others.map((each) => t.process.elsewhere(each.running, each.version ?? 0)).join(' · ')}</Notice>;
};

/** One process with what is going on in it: picture, list of steps, and the chosen step in words. */
export const ProcessPage = ({ Edit }: EditSlot) => {
  const t = useMapTexts();
  const { params } = useRoute();
  const id = params.processId ?? '';
  const { route } = useLocation();
  const { day } = useFormat();
  const { go, ...place } = usePlace(id);
  const { version, step, heat } = place;
  const Heat = useHeatParts(heat);
  const [hot, setHot] = useState<HeatPicture>();
  const diagram = useRef<Diagram>();
  const elements = useElements(id, version);
  const counted = useTokens(id, version);
  const xml = useXml(id, version).data;
  const versions = useVersions(id);
  const feedback = useFeedback(id, may(useMe(), 'read-feedback'));
  const [tokens, process, notes] = [counted.data, elements.data, feedback.data?.items];
  const badges = useMemo(() => toBadges(tokens, notes ?? []), [tokens, notes]);
  const picture = useMemo(
    () => (heat ? { badges: hot?.badges ?? [], heat: hot?.heat ?? [], selected: step } : { badges, selected: step }),
    [badges, step, heat, hot],
  );
  const running = tokens?.versions?.find((each) => each.version === tokens.version)?.running;

  const open = (elementId: string): void => {
    const target = process?.elements.find((each) => each.elementId === elementId);
    if (target?.process) route(processPath(target.process.id));
    else if (target?.decision) route(decisionPath(target.decision.id));
  };
  const save = async (): Promise<void> => {
    if (diagram.current && process)
      downloadText(`${process.id}-${process.version}.svg`, 'image/svg+xml', await diagram.current.exportSvg());
  };

  // What stands above the picture comes with it: later, it would push away the step one is about to choose.
  if ([elements, counted, feedback, versions].some(isAwaited)) return <Page class="map-page" busy />;
  return (
    <Page class="map-page">
      <Breadcrumb label={t.process.breadcrumb}>
        <a href={mapPath}>{t.process.back}</a> <span aria-hidden="true">›</span> {process && <Place of={process} />}
      </Breadcrumb>
      <header class="map-head">
        <div class="map-head__words">
          <h1 lang="de">{process?.name ?? id}</h1>
          <p class="map-head__summary" lang="de">
            {process?.documentation}
          </p>
          {process?.norm && (
            <p class="map-head__norm">
              {t.process.norm}: <NormLink norm={process.norm} />
              {process.lawAsOf && ` · ${t.lawAsOf(day(process.lawAsOf))}`}
            </p>
          )}
        </div>
        <div class="map-head__tools">
          {notes && notes.length > 0 && (
            <span class="map-head__running">
              <OpenNotes count={notes.length} />
            </span>
          )}
          {running !== undefined && <span class="map-head__running">{t.process.running(running)}</span>}
          <Views heat={heat} onChoose={(next) => go({ heat: next })} />
          {process && <Versions id={id} process={process} onChoose={(next) => go({ version: next, step: null })} />}
          {process?.current && <Edit kind="bpmn" id={id} name={process.name} elementId={step} />}
          <Button small onClick={() => void save()}>
            {t.process.exportSvg}
          </Button>
        </div>
      </header>
      {process?.notice && (
        <Notice>
          <strong>{t.process.notice}:</strong> <span lang="de">{process.notice}</span>
        </Notice>
      )}
      {!heat && <Elsewhere tokens={tokens} />}
      {Heat && process && <Heat.HeatBar process={process} place={place} onChange={go} onPicture={setHot} />}
      <BpmnDiagram
        key={`${id} ${version ?? ''}`}
        xml={xml}
        picture={picture}
        focus={step ?? undefined}
        words={{
          ...t.process,
          label: t.process.label(process?.name ?? id),
        }}
        onSelect={(elementId) => go({ step: process?.elements.some((each) => each.elementId === elementId) ? elementId : null })}
        onOpen={open}
        onReady={(ready) => {
          diagram.current = ready;
        }}
      />
      <div class="map-columns">
        <div class="map-columns__main">
          {Heat && process && <Heat.HeatList process={process} place={place} onSelect={(elementId) => go({ step: elementId })} />}
          {process && !heat && (
            <StepList process={process} tokens={tokens} selected={step} onSelect={(elementId) => go({ step: elementId })} />
          )}
        </div>
        {process && (
          <StepPanel
            process={process}
            step={process.elements.find((each) => each.elementId === step)}
            tokens={tokens}
            notes={notes}
            onClose={() => go({ step: null })}
          />
        )}
      </div>
    </Page>
  );
};
