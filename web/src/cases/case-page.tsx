import { useRoute } from 'preact-iso';
import { ActionsCard } from './actions-card.tsx';
import { CaseHead } from './case-head.tsx';
import './cases.css';
import { DocumentsCard } from './documents-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { LettersCard } from './letters-card.tsx';
import { LiveDiagram } from './live-diagram.tsx';
import { PersonCard } from './person-card.tsx';
import { useCase } from './queries.ts';
import { RoutingCard } from './routing-card.tsx';
import { TasksCard } from './tasks-card.tsx';
import { type AnyCase, type FullCase, isFull } from './types.ts';
import { useCasesTexts } from './use-cases-texts.ts';
import { WaitsCard } from './waits-card.tsx';

const FullView = ({ found }: { found: FullCase }) => {
  const open = found.closedAt === null;
  return (
    <>
      <div class="case-now">
        <TasksCard tasks={found.tasks} people={found.people} />
        <WaitsCard caseId={found.caseId} waits={found.waits} open={open} />
      </div>
      <div class="case-columns">
        <div class="case-columns__main">
          <LiveDiagram caseId={found.caseId} people={found.people} />
          <HistoryCard lines={found.history} people={found.people} />
        </div>
        <div class="case-columns__side">
          <PersonCard found={found} />
          <FactsCard facts={found.factSheet} />
          <DocumentsCard caseId={found.caseId} documents={found.documents} open={open} />
          <LettersCard caseId={found.caseId} letters={found.letters} />
          <RoutingCard routing={found.routing} />
          {open && <ActionsCard found={found} />}
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
      {found.status === 'stoerung' && <p class="notice notice--alarm">{t.incident}</p>}
      {isFull(found) ? (
        <FullView found={found} />
      ) : (
        <>
          <p class="notice">{t.statusOnly}</p>
          <WaitsCard caseId={found.caseId} waits={found.waits} open={false} />
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
