import { QueryClientProvider } from '@tanstack/preact-query';
import { LocationProvider, lazy, Route, Router } from 'preact-iso';
import { queryClient } from './api/query-client.ts';
import { LanguageProvider } from './i18n/language.tsx';
import { ErrorGuard } from './shell/error-guard.tsx';
import { focusHeadline } from './shell/follow-headline.ts';
import { Layout } from './shell/layout.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';

const StartPage = lazy(() => import('./demo/start-page.tsx').then((view) => view.StartPage));
const DeskPage = lazy(() => import('./desk/desk-page.tsx').then((view) => view.DeskPage));
const InboxPage = lazy(() => import('./inbox/inbox-page.tsx').then((view) => view.InboxPage));
const TaskPage = lazy(() => import('./task/task-page.tsx').then((view) => view.TaskPage));
const CaseListPage = lazy(() => import('./cases/case-list-page.tsx').then((view) => view.CaseListPage));
const CasePage = lazy(() => import('./cases/case-page.tsx').then((view) => view.CasePage));
const MapPage = lazy(() => import('./map/map-page.tsx').then((view) => view.MapPage));
const ProcessPage = lazy(() => import('./map/process-page.tsx').then((view) => view.ProcessPage));
const DecisionPage = lazy(() => import('./map/decision-page.tsx').then((view) => view.DecisionPage));
const KnowledgePage = lazy(() => import('./knowledge/knowledge-page.tsx').then((view) => view.KnowledgePage));
const ArticlePage = lazy(() => import('./knowledge/article-page.tsx').then((view) => view.ArticlePage));
const EditorPage = lazy(() => import('./knowledge/editor-page.tsx').then((view) => view.EditorPage));
const NormsPage = lazy(() => import('./norms/norms-page.tsx').then((view) => view.NormsPage));
const LetterPage = lazy(() => import('./norms/letter-page.tsx').then((view) => view.LetterPage));
const AuthoritiesPage = lazy(() => import('./authorities/authorities-page.tsx').then((view) => view.AuthoritiesPage));
const IncidentsPage = lazy(() => import('./operations/incidents-page.tsx').then((view) => view.IncidentsPage));
const AuditPage = lazy(() => import('./audit/audit-page.tsx').then((view) => view.AuditPage));
const StudioPage = lazy(() => import('./studio/studio-page.tsx').then((view) => view.StudioPage));
const ModelsPage = lazy(() => import('./studio/models-page.tsx').then((view) => view.ModelsPage));
const ReleasesPage = lazy(() => import('./studio/releases-page.tsx').then((view) => view.ReleasesPage));
const ReleasePage = lazy(() => import('./studio/release-page.tsx').then((view) => view.ReleasePage));
const DriftPage = lazy(() => import('./studio/drift-page.tsx').then((view) => view.DriftPage));
const NewProcessPage = lazy(() => import('./studio/new-process-page.tsx').then((view) => view.NewProcessPage));
const ChangePage = lazy(() => import('./studio/change-page.tsx').then((view) => view.ChangePage));
const ModelEditorPage = lazy(() => import('./studio/editor/editor-page.tsx').then((view) => view.EditorPage));
const SignedInPage = lazy(() => import('./shell/signed-in-page.tsx').then((view) => view.SignedInPage));

/** Links to these are followed without loading the page; all others (portal, letters, sign-in, downloads) are the server's. */
const ownPaths = /^(?:\?|\/(?:$|\?|#|aufgaben|fragen|vorgaenge|karte|wissen|normen|behoerden|stoerungen|protokoll|studio))/;

export const App = () => (
  <LanguageProvider>
    <QueryClientProvider client={queryClient}>
      <LocationProvider scope={ownPaths}>
        <Layout>
          <ErrorGuard>
            <Router onRouteChange={focusHeadline}>
              <Route path="/" component={StartPage} />
              <Route path="/fragen" component={DeskPage} />
              <Route path="/aufgaben" component={InboxPage} />
              <Route path="/aufgaben/:taskId" component={TaskPage} />
              <Route path="/vorgaenge" component={CaseListPage} />
              <Route path="/vorgaenge/:caseId" component={CasePage} />
              <Route path="/karte" component={MapPage} />
              <Route path="/karte/entscheidungen/:decisionId" component={DecisionPage} />
              <Route path="/karte/:processId" component={ProcessPage} />
              <Route path="/wissen" component={KnowledgePage} />
              <Route path="/wissen/neu" component={EditorPage} />
              <Route path="/wissen/:articleId" component={ArticlePage} />
              <Route path="/wissen/:articleId/bearbeiten" component={EditorPage} />
              <Route path="/normen" component={NormsPage} />
              <Route path="/normen/briefe/:type" component={LetterPage} />
              <Route path="/behoerden" component={AuthoritiesPage} />
              <Route path="/stoerungen" component={IncidentsPage} />
              <Route path="/protokoll" component={AuditPage} />
              <Route path="/studio" component={StudioPage} />
              <Route path="/studio/modelle" component={ModelsPage} />
              <Route path="/studio/neu" component={NewProcessPage} />
              <Route path="/studio/freigaben" component={ReleasesPage} />
              <Route path="/studio/freigaben/:releaseNo" component={ReleasePage} />
              <Route path="/studio/abgleich" component={DriftPage} />
              <Route path="/studio/:changeId" component={ChangePage} />
              <Route path="/studio/:changeId/datei" component={ModelEditorPage} />
              <Route path="/angemeldet" component={SignedInPage} />
              <Route default component={NotFoundPage} />
            </Router>
          </ErrorGuard>
        </Layout>
      </LocationProvider>
    </QueryClientProvider>
  </LanguageProvider>
);
