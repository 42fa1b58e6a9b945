import { definePage } from '../define-page.ts';
import { homePage } from '../home-page.ts';

export default definePage({
  method: 'GET',
  path: '/mein',
  summary: 'Portal: meine Anliegen und Briefe',
  show: (input, deps) => homePage(deps, input.user, input),
});
