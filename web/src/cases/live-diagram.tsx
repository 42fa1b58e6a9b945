import { useMemo, useState } from 'preact/hooks';
import type { Instance } from '../../../services/casefile/answers.ts';
import { useXml } from '../api/processes.ts';
import type { Badge } from '../bpmn/badges.ts';
import { BpmnDiagram } from '../bpmn/bpmn-diagram.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { calledFrom, pathTo } from './instances.ts';
import { useCasesTexts } from './words.ts';
import './live-diagram.css';

const toBadges = (instance: Instance, here: string): Badge[] =>
  instance.elements.flatMap(({ elementId, state, count, type }): Badge[] => [
    ...(state === 'active' && type !== 'subProcess' ? [{ elementId, kind: 'here' as const, text: here }] : []),
    ...(state === 'incident' ? [{ elementId, kind: 'incident' as const, text: '!' }] : []),
    ...(count > 1 ? [{ elementId, kind: 'times' as const, text: `${count}×` }] : []),
  ]);

const Legend = () => {
  const t = useCasesTexts().diagram;
  return (
    <ul class="legend" aria-label={t.legend}>
      {(['completed', 'active', 'incident', 'terminated'] as const).map((state) => (
        <li key={state}>
          <span class={`legend__box legend__box--${state}`} aria-hidden="true" />
          {t.states[state]}
        </li>
      ))}
    </ul>
  );
};

const Crumbs = ({ path, onChoose }: { path: Instance[]; onChoose: (key: string) => void }) => {
  const t = useCasesTexts().diagram;
  return (
    <nav aria-label={t.breadcrumb}>
      <ol class="crumbs">
        {path.map((each, index) => (
          <li key={each.instanceKey}>
            {index === path.length - 1 ? (
              <span aria-current="true" lang="de">
                {each.name}
              </span>
            ) : (
              <LinkButton lang="de" onClick={() => onChoose(each.instanceKey)}>
                {each.name}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
};

const Picture = ({ instance, onOpen }: { instance: Instance; onOpen: (elementId: string) => void }) => {
  const t = useCasesTexts();
  const { data: xml } = useXml(instance.processId, instance.version ?? undefined);
  const [selected, setSelected] = useState<string | null>(null);
  const picture = useMemo(
    () => ({
      states: new Map(instance.elements.map((each) => [each.elementId, each.state])),
      taken: new Set(instance.taken),
      badges: toBadges(instance, t.diagram.here),
      selected,
    }),
    [instance, selected, t],
  );
  const focus = instance.elements.findLast(
    (each) => (each.state === 'active' || each.state === 'incident') && each.type !== 'subProcess',
  )?.elementId;
  return (
    <BpmnDiagram
      xml={xml}
      picture={picture}
      focus={focus ?? instance.elements.at(-1)?.elementId}
      words={{ ...t.diagram, label: t.diagram.label(instance.name) }}
      onSelect={setSelected}
      onOpen={onOpen}
    />
  );
};

type Props = { instances: Instance[] | undefined; shown: Instance | undefined; onChoose: (instanceKey: string) => void };

/** Where the case stands: its innermost process first, its callers above it as a path. */
export const LiveDiagram = ({ instances, shown, onChoose }: Props) => {
  const t = useCasesTexts();
  if (!instances || !shown) {
    return (
      <Card id="diagram-title" title={t.diagram.title} aria-busy={!instances}>
        {instances && <p class="case-card__none">{t.diagram.waiting}</p>}
      </Card>
    );
  }
  const open = (elementId: string): void => {
    const child = calledFrom(instances, shown, elementId).at(-1);
    if (child) onChoose(child.instanceKey);
  };
  const roots = instances.filter((each) => each.parentKey === null);
  return (
    <Card id="diagram-title" title={t.diagram.title} beside={<Legend />} class="case-card--diagram">
      <Crumbs path={pathTo(instances, shown)} onChoose={onChoose} />
      {roots.length > 1 && (
        <p class="case-card__also">
          {roots
            .filter((each) => each !== pathTo(instances, shown)[0])
            .map((each) => (
              <LinkButton key={each.instanceKey} onClick={() => onChoose(each.instanceKey)}>
                {t.diagram.stepInto(each.name)}
              </LinkButton>
            ))}
        </p>
      )}
      {shown.incidents.map((each) => (
        <Notice tone="alarm" key={each.elementId}>
          <strong lang="de">{shown.elements.find((step) => step.elementId === each.elementId)?.name}:</strong>{' '}
          <span lang="de">{each.message}</span>
        </Notice>
      ))}
      <Picture key={shown.instanceKey} instance={shown} onOpen={open} />
    </Card>
  );
};
