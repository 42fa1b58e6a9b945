import { QueryClientProvider } from '@tanstack/preact-query';
import { LocationProvider, lazy, Route, Router } from 'preact-iso';
import { queryClient } from './api/query-client.ts';
import { auditNav } from './audit/nav.ts';
import { authoritiesNav } from './authorities/nav.ts';
import { CaseSearch } from './cases/case-search.tsx';
import { casesNav } from './cases/nav.ts';
import { DemoSlot } from './demo/demo-slot.tsx';
import { deskNav } from './desk/nav.ts';
import { LanguageProvider } from './i18n/language.tsx';
import { inboxNav } from './inbox/nav.ts';
import { knowledgeNav } from './knowledge/nav.ts';
import { LawFooter } from './law/law-footer.tsx';
import { mapNav } from './map/nav.ts';
import { normsNav } from './norms/nav.ts';
import { incidentsNav } from './operations/nav.ts';
import {
  articlePath,
  auditPath,
  authoritiesPath,
  casePath,
  casesPath,
  decisionPath,
  deskPath,
  editArticlePath,
  incidentsPath,
  knowledgePath,
  mapPath,
  newArticlePath,
  normsPath,
  ownPaths,
  processPath,
  signedInPath,
  startPath,
  studioPath,
  taskPath,
  tasksPath,
  templatePath,
} from './paths.ts';
import { ErrorGuard } from './shell/error-guard.tsx';
import { focusHeadline } from './shell/follow-headline.ts';
import { Layout } from './shell/layout.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { studioNav } from './studio/nav.ts';

const nav = [inboxNav, deskNav, casesNav, mapNav, knowledgeNav, normsNav, studioNav, authoritiesNav, incidentsNav, auditNav];

// Begun or changed, it is one page: going from the one address to the other keeps what was typed.
const EditorPage = lazy(() => import('./knowledge/editor-page.tsx').then((view) => view.EditorPage));

const StudioViews = lazy(() => import('./studio/studio-views.tsx').then((view) => view.StudioViews));

/** The first address that fits is taken, and its view is fetched when somebody goes there. */
const views = (
  <Router onRouteChange={focusHeadline}>
    <Route path={startPath} component={lazy(() => import('./demo/start-page.tsx').then((view) => view.StartPage))} />
    <Route path={deskPath} component={lazy(() => import('./pages/desk-page.tsx').then((view) => view.DeskPage))} />
    <Route path={tasksPath} component={lazy(() => import('./pages/inbox-page.tsx').then((view) => view.InboxPage))} />
    <Route path={taskPath(':taskId')} component={lazy(() => import('./task/task-page.tsx').then((view) => view.TaskPage))} />
    <Route path={casesPath} component={lazy(() => import('./cases/case-list-page.tsx').then((view) => view.CaseListPage))} />
    <Route path={casePath(':caseId')} component={lazy(() => import('./pages/case-page.tsx').then((view) => view.CasePage))} />
    <Route path={mapPath} component={lazy(() => import('./pages/map-page.tsx').then((view) => view.MapPage))} />
    <Route
      path={decisionPath(':decisionId')}
      component={lazy(() => import('./pages/decision-page.tsx').then((view) => view.DecisionPage))}
    />
    <Route path={processPath(':processId')} component={lazy(() => import('./pages/process-page.tsx').then((view) => view.ProcessPage))} />
    <Route path={knowledgePath} component={lazy(() => import('./knowledge/knowledge-page.tsx').then((view) => view.KnowledgePage))} />
    <Route path={newArticlePath} component={EditorPage} />
    <Route
      path={articlePath(':articleId')}
      component={lazy(() => import('./knowledge/article-page.tsx').then((view) => view.ArticlePage))}
    />
    <Route path={editArticlePath(':articleId')} component={EditorPage} />
    <Route path={normsPath} component={lazy(() => import('./norms/norms-page.tsx').then((view) => view.NormsPage))} />
    <Route path={templatePath(':type')} component={lazy(() => import('./norms/letter-page.tsx').then((view) => view.LetterPage))} />
    <Route
      path={authoritiesPath}
      component={lazy(() => import('./authorities/authorities-page.tsx').then((view) => view.AuthoritiesPage))}
    />
    <Route path={incidentsPath} component={lazy(() => import('./operations/incidents-page.tsx').then((view) => view.IncidentsPage))} />
    <Route path={auditPath} component={lazy(() => import('./audit/audit-page.tsx').then((view) => view.AuditPage))} />
    <Route path={studioPath} component={StudioViews} />
    <Route path={`${studioPath}/*`} component={StudioViews} />
    <Route path={signedInPath} component={lazy(() => import('./shell/signed-in-page.tsx').then((view) => view.SignedInPage))} />
    <Route default component={NotFoundPage} />
  </Router>
);

export const App = () => (
  <LanguageProvider>
    <QueryClientProvider client={queryClient}>
      <LocationProvider scope={ownPaths}>
        <Layout nav={nav} Search={CaseSearch} Demo={DemoSlot} Foot={LawFooter}>
          <ErrorGuard>{views}</ErrorGuard>
        </Layout>
      </LocationProvider>
    </QueryClientProvider>
  </LanguageProvider>
);
