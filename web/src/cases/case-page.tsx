import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { LawBanner } from '../law/law-banner.tsx';
import { CounterPerson } from '../persons/counter-person.tsx';
import { DifferencesCard } from '../persons/differences-card.tsx';
import { FamilyCard } from '../persons/family-card.tsx';
import { LikelyCard } from '../persons/likely-card.tsx';
import { PersonForm } from '../persons/person-form.tsx';
import { PersonHistory } from '../persons/person-history.tsx';
import { usePerson } from '../persons/queries.ts';
import { ActionsCard } from './actions-card.tsx';
import { CaseHead } from './case-head.tsx';
import './cases.css';
import { DocumentsCard } from './documents-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { FeeCard } from './fee-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { chooseInstance } from './instances.ts';
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
import { type AnyCase, type FullCase, isFull } from './types.ts';
import { useCasesTexts } from './use-cases-texts.ts';
import { WaitsCard } from './waits-card.tsx';

const FullView = ({ found }: { found: FullCase }) => {
  const open = found.closedAt === null;
  const { data: instances } = useDiagram(found.caseId);
  const { data: person } = usePerson(found.personId);
  const [chosen, setChosen] = useState<string>();
  const shown = instances?.find((each) => each.instanceKey === chosen) ?? (instances && chooseInstance(instances));
  return (
    <>
      {person && <LikelyCard found={person} />}
      {person && <DifferencesCard found={person} />}
      <div class="case-now">
        <TasksCard tasks={found.tasks} people={found.people} />
        <WaitsCard caseId={found.caseId} waits={found.waits} open={open} reminders={found.reminders}>
          <ReminderForm caseId={found.caseId} />
        </WaitsCard>
        {found.fee && <FeeCard caseId={found.caseId} fee={found.fee} mayTake={found.may.takePayment} />}
      </div>
      <LiveDiagram instances={instances} shown={shown} onChoose={setChosen} />
      <div class="case-columns">
        <div class="case-columns__main">
          {instances && shown && <StepsTable instances={instances} shown={shown} people={found.people} onOpen={setChosen} />}
          <HistoryCard lines={found.history} people={found.people} />
          <RoutingCard routing={found.routing} />
          <ActionsCard found={found} open={open} />
        </div>
        <div class="case-columns__side">
          <PersonCard found={found}>
            {person && <PersonForm found={person} />}
            {person && <PersonHistory found={person} />}
          </PersonCard>
          {person && <FamilyCard found={person} caseId={found.caseId} />}
          {found.representation && <RepresentationCard found={found.representation} />}
          <LettersCard caseId={found.caseId} letters={found.letters} />
          <DocumentsCard caseId={found.caseId} documents={found.documents} open={open} />
          <FactsCard facts={found.factSheet} most={12} />
          {found.legalValues.length > 0 && <LegalValuesCard values={found.legalValues} />}
        </div>
      </div>
    </>
  );
};

const View = ({ found }: { found: AnyCase }) => {
  const t = useCasesTexts();
  return (
    <div class="work case-page">
      <CaseHead found={found} />
      <LawBanner processes={[found.process]} />
      {found.status === 'stoerung' && <p class="notice notice--alarm">{t.incident}</p>}
      {isFull(found) ? (
        <FullView found={found} />
      ) : (
        <>
          <p class="notice">{t.statusOnly}</p>
          <div class="case-now">
            <WaitsCard caseId={found.caseId} waits={found.waits} open={false} />
            {found.fee && <FeeCard caseId={found.caseId} fee={found.fee} mayTake={found.may.takePayment} />}
          </div>
          {found.personId && <CounterPerson personId={found.personId} caseId={found.caseId} />}
          <section class="case-card" aria-labelledby="actions-title">
            <h2 id="actions-title">{t.actions.title}</h2>
            <SecurityNote caseId={found.caseId} />
          </section>
        </>
      )}
    </div>
  );
};

/** One case: who, what, where it stands, and what can be done. */
export const CasePage = () => {
  const { params } = useRoute();
  const { data } = useCase(params.caseId ?? '');
  return data ? <View found={data} /> : <div class="work case-page" aria-busy="true" />;
};
