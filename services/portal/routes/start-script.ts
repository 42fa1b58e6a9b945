import { defineRoute } from '../../platform/route.ts';
import { staticFile } from '../static-file.ts';

export default defineRoute<unknown>({
  method: 'GET',
  path: '/assets/start.js',
  summary: 'script of the start page',
  access: 'public',
  answers: { 200: { description: 'JavaScript' } },
  handle: staticFile('start.js', 'text/javascript'),
});
