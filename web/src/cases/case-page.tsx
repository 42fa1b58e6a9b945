import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { AnyCase, FullCase } from '../../../services/casefile/answers.ts';
import { isAwaited } from '../api/query-client.ts';
import { LawBanner } from '../law/law-banner.tsx';
import { useOfficeTexts } from '../office/words.ts';
import { CounterPerson } from '../persons/counter-person.tsx';
import { DifferencesCard } from '../persons/differences-card.tsx';
import { FamilyCard } from '../persons/family-card.tsx';
import { LikelyCard } from '../persons/likely-card.tsx';
import { PersonForm } from '../persons/person-form.tsx';
import { PersonHistory } from '../persons/person-history.tsx';
import { usePerson } from '../persons/queries.ts';
import { Card } from '../ui/card.tsx';
import { CardGuard } from '../ui/card-guard.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ActionsCard } from './actions-card.tsx';
import { CaseHead } from './case-head.tsx';
import { DocumentsCard } from './documents-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { FeeCard } from './fee-card.tsx';
import { useFileTexts } from './file-words.ts';
import { HistoryCard } from './history-card.tsx';
import { chooseInstance } from './instances.ts';
import { isFull } from './is-full.ts';
import { LegalValuesCard } from './legal-values-card.tsx';
import { LettersCard } from './letters-card.tsx';
import { LiveDiagram } from './live-diagram.tsx';
import { PersonCard } from './person-card.tsx';
import { useCase, useDiagram } from './queries.ts';
import { ReminderForm } from './reminder-form.tsx';
import { RepresentationCard } from './representation-card.tsx';
import { RoutingCard } from './routing-card.tsx';
import { SecurityNote } from './security-note.tsx';
import { StepsTable } from './steps-table.tsx';
import { TasksCard } from './tasks-card.tsx';
import { type AnswerSlot, WaitsCard } from './waits-card.tsx';
import { useCasesTexts } from './words.ts';
import './case-page.css';

const FullView = ({ found, Answer }: AnswerSlot & { found: FullCase }) => {
  const t = useCasesTexts();
  const office = useOfficeTexts();
  const file = useFileTexts();
  const open = found.closedAt === null;
  const diagram = useDiagram(found.caseId);
  const personFile = usePerson(found.personId);
  const [chosen, setChosen] = useState<string>();
  // Shown one after the other, each part would push away what one is about to press.
  if (isAwaited(diagram) || isAwaited(personFile)) return <div aria-busy="true" />;
  const { data: instances } = diagram;
  const { data: person } = personFile;
  const shown = instances?.find((each) => each.instanceKey === chosen) ?? (instances && chooseInstance(instances));
  return (
    <>
      {person && (
        <CardGuard name={office.person.title} of={person}>
          <LikelyCard found={person} caseId={found.caseId} />
          <DifferencesCard found={person} />
        </CardGuard>
      )}
      <div class="case-now">
        <CardGuard name={t.tasks.title} of={found}>
          <TasksCard tasks={found.tasks} people={found.people} />
        </CardGuard>
        <CardGuard name={t.waits.title} of={found}>
          <WaitsCard
            caseId={found.caseId}
            waits={found.waits}
            open={open}
            reminders={found.reminders}
            failure={found.failureToAct}
            Answer={Answer}
          >
            <ReminderForm caseId={found.caseId} />
          </WaitsCard>
        </CardGuard>
        {found.fee && (
          <CardGuard name={file.fee.title} of={found}>
            <FeeCard caseId={found.caseId} fee={found.fee} mayTake={found.may.takePayment} />
          </CardGuard>
        )}
      </div>
      <CardGuard name={t.diagram.title} of={shown}>
        <LiveDiagram instances={instances} shown={shown} onChoose={setChosen} />
      </CardGuard>
      <div class="case-columns">
        <div class="case-columns__main">
          {instances && shown && (
            <CardGuard name={t.steps.title} of={shown}>
              <StepsTable instances={instances} shown={shown} people={found.people} onOpen={setChosen} />
            </CardGuard>
          )}
          <CardGuard name={t.history.title} of={found}>
            <HistoryCard lines={found.history} people={found.people} />
          </CardGuard>
          <CardGuard name={t.routing.title} of={found}>
            <RoutingCard routing={found.routing} />
          </CardGuard>
          <CardGuard name={t.actions.title} of={found}>
            <ActionsCard found={found} open={open} />
          </CardGuard>
        </div>
        <div class="case-columns__side">
          <CardGuard name={office.person.title} of={found}>
            <PersonCard found={found}>
              {person && <PersonForm found={person} />}
              {person && <PersonHistory found={person} />}
            </PersonCard>
          </CardGuard>
          {person && (
            <CardGuard name={office.person.title} of={person}>
              <FamilyCard found={person} caseId={found.caseId} />
            </CardGuard>
          )}
          {found.representation && (
            <CardGuard name={file.representation.title} of={found}>
              <RepresentationCard found={found.representation} />
            </CardGuard>
          )}
          <CardGuard name={t.letters.title} of={found}>
            <LettersCard caseId={found.caseId} letters={found.letters} />
          </CardGuard>
          <CardGuard name={t.documents.title} of={found}>
            <DocumentsCard caseId={found.caseId} documents={found.documents} open={open} />
          </CardGuard>
          <CardGuard name={t.facts.title} of={found}>
            <FactsCard facts={found.factSheet} most={12} />
          </CardGuard>
          {found.legalValues.length > 0 && (
            <CardGuard name={file.values.title} of={found}>
              <LegalValuesCard values={found.legalValues} />
            </CardGuard>
          )}
        </div>
      </div>
    </>
  );
};

const View = ({ found, Answer }: AnswerSlot & { found: AnyCase }) => {
  const t = useCasesTexts();
  const file = useFileTexts();
  return (
    <Page class="case-page">
      <CaseHead found={found} />
      <LawBanner processes={[found.process]} />
      {found.status === 'stoerung' && <Notice tone="alarm">{t.incident}</Notice>}
      {isFull(found) ? (
        <FullView found={found} Answer={Answer} />
      ) : (
        <>
          <Notice>{t.statusOnly}</Notice>
          <div class="case-now">
            <CardGuard name={t.waits.title} of={found}>
              <WaitsCard caseId={found.caseId} waits={found.waits} open={false} Answer={Answer} />
            </CardGuard>
            {found.fee && (
              <CardGuard name={file.fee.title} of={found}>
                <FeeCard caseId={found.caseId} fee={found.fee} mayTake={found.may.takePayment} />
              </CardGuard>
            )}
          </div>
          {found.personId && <CounterPerson personId={found.personId} caseId={found.caseId} />}
          <Card id="actions-title" title={t.actions.title}>
            <SecurityNote caseId={found.caseId} />
          </Card>
        </>
      )}
    </Page>
  );
};

/** One case: who, what, where it stands, and what can be done. */
export const CasePage = (slot: AnswerSlot) => {
  const { params } = useRoute();
  const { data } = useCase(params.caseId ?? '');
  return data ? <View found={data} {...slot} /> : <Page class="case-page" busy />;
};
