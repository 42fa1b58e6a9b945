import { lazy, Route, Router } from 'preact-iso';
import {
  changePath,
  driftPath,
  filePath,
  modelsPath,
  newProcessPath,
  releasePath,
  releasesPath,
  rulePath,
  rulesPath,
  studioPath,
} from '../paths.ts';
import { focusHeadline } from '../shell/follow-headline.ts';

/** Addresses as they go on behind that of the studio. */
const below = (path: string): string => path.slice(studioPath.length);

/** The studio's own addresses: fetched with it, so that nobody else loads their list. */
export const StudioViews = () => (
  <Router onRouteChange={focusHeadline}>
    <Route path="/" component={lazy(() => import('./changes/studio-page.tsx').then((view) => view.StudioPage))} />
    <Route path={below(modelsPath)} component={lazy(() => import('./changes/models-page.tsx').then((view) => view.ModelsPage))} />
    <Route
      path={below(newProcessPath())}
      component={lazy(() => import('./drafting/new-process-page.tsx').then((view) => view.NewProcessPage))}
    />
    <Route path={below(releasesPath)} component={lazy(() => import('./releases/releases-page.tsx').then((view) => view.ReleasesPage))} />
    <Route
      path={below(releasePath(':releaseNo'))}
      component={lazy(() => import('./releases/release-page.tsx').then((view) => view.ReleasePage))}
    />
    <Route path={below(driftPath)} component={lazy(() => import('./releases/drift-page.tsx').then((view) => view.DriftPage))} />
    <Route path={below(rulesPath)} component={lazy(() => import('./rules/rules-page.tsx').then((view) => view.RulesPage))} />
    <Route path={below(rulePath(':rule'))} component={lazy(() => import('./rules/rule-page.tsx').then((view) => view.RulePage))} />
    <Route
      path={below(changePath(':changeId'))}
      component={lazy(() => import('./changes/change-page.tsx').then((view) => view.ChangePage))}
    />
    <Route path={below(filePath(':changeId'))} component={lazy(() => import('./editor/editor-page.tsx').then((view) => view.EditorPage))} />
  </Router>
);
