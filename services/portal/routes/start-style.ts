import { defineRoute } from '../../platform/route.ts';
import { staticFile } from '../static-file.ts';

export default defineRoute<unknown>({
  method: 'GET',
  path: '/assets/start.css',
  summary: 'style of the start page',
  access: 'public',
  answers: { 200: { description: 'CSS' } },
  handle: staticFile('start.css', 'text/css'),
});
