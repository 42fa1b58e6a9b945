import type { ComponentChildren } from 'preact';
import type { Feedback } from '../../../services/knowledge/answers.ts';
import type { ProcessInWords, Step, Tokens } from '../../../services/models/answers.ts';
import { StepNotes } from '../knowledge/step-notes.tsx';
import { NormLink } from '../norms/norm-link.tsx';
import { useSkillName } from '../office/kenntnisse.ts';
import { useGroupName } from '../office/rollen.ts';
import { useOfficeTexts } from '../office/words.ts';
import { decisionPath, processPath } from '../paths.ts';
import { FactList, FactRow } from '../ui/lines.tsx';
import { CasesHere } from './cases-here.tsx';
import { FormInWords } from './form-in-words.tsx';
import { stepName, typeName } from './step-name.ts';
import { timeSince } from './time-since.ts';
import { useMapTexts } from './words.ts';

type Props = {
  process: ProcessInWords;
  step: Step | undefined;
  tokens: Tokens | undefined;
  notes: Feedback[] | undefined;
  onClose: () => void;
};

const Row = ({ name, children }: { name: string; children: ComponentChildren }) =>
  children ? <FactRow name={name}>{children}</FactRow> : null;

const Performers = ({ step }: { step: Step }): string => {
  const t = useMapTexts();
  const groupName = useGroupName();
  if (step.performers?.kind === 'assigned') return t.element.assigned;
  if (step.performers?.kind === 'legal') return t.element.legal;
  if (step.performers) return step.performers.groups.map((group) => groupName(group) ?? group).join(', ');
  return /^(service|businessRule|script|send)Task$/.test(step.type) ? t.element.machine : '';
};

const Facts = ({ process, step }: { process: ProcessInWords; step: Step }) => {
  const t = useMapTexts();
  const { sectionLong } = useOfficeTexts();
  const skillName = useSkillName();
  const section = process.sections.map((id) => sectionLong(id)).join(', ') || t.element.sectionOfCase;
  return (
    <FactList>
      <Row name={t.element.section}>{section}</Row>
      <Row name={t.element.performers}>{Performers({ step })}</Row>
      <Row name={t.element.skill}>{step.skill && skillName(step.skill)}</Row>
      <Row name={t.element.fourEyes}>{step.fourEyes && t.element.fourEyesText(step.fourEyes.name)}</Row>
      <Row name={t.element.norm}>{step.norm && <NormLink norm={step.norm} />}</Row>
      <Row name={t.element.process}>
        {step.process && (
          <a href={processPath(step.process.id)} lang="de">
            {step.process.name}
          </a>
        )}
      </Row>
      <Row name={t.element.decision}>
        {step.decision && <a href={decisionPath(step.decision.id)}>{t.element.decisionTable(step.decision.name)}</a>}
      </Row>
    </FactList>
  );
};

/** One step in words: who, by which rule, with which form, and the cases that stand there. */
export const StepPanel = ({ process, step, tokens, notes, onClose }: Props) => {
  const t = useMapTexts();
  if (!step) {
    return (
      <aside class="map-panel map-panel--empty" aria-label={t.element.title}>
        <p>{t.element.choose}</p>
      </aside>
    );
  }
  const figures = tokens?.elements?.find((each) => each.elementId === step.elementId);
  const count = figures?.count ?? 0;
  return (
    <aside class="map-panel" aria-label={t.element.title}>
      <div class="map-panel__head">
        <div>
          <p class="map-panel__type">{typeName(step, t)}</p>
          <h2 id="step-name" lang={step.name ? 'de' : undefined}>
            {stepName(step, t)}
          </h2>
        </div>
        <button type="button" class="map-panel__close" aria-label={t.element.close} title={t.element.close} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {tokens?.elements && (
        <p class="map-panel__figure">
          {count > 0 ? t.element.here(count) : t.element.none}
          {count > 1 && figures?.medianSince && <span>{t.element.half(timeSince(figures.medianSince, tokens.now, t.duration))}</span>}
          {figures && figures.incidents > 0 && <span class="figures__incidents">{t.incidents(figures.incidents)}</span>}
        </p>
      )}
      {step.documentation && (
        <p class="map-panel__documentation" lang="de">
          {step.documentation}
        </p>
      )}
      {notes && <StepNotes key={step.elementId} notes={notes.filter((each) => each.elementId === step.elementId)} />}
      <Facts process={process} step={step} />
      {step.form && (
        <section class="map-panel__part">
          <h3>{t.element.form}</h3>
          <FormInWords fields={step.form.fields} />
        </section>
      )}
      {tokens && (
        <CasesHere processId={process.id} version={process.version} elementId={step.elementId} now={tokens.now} key={step.elementId} />
      )}
    </aside>
  );
};
