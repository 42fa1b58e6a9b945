import { defineRoute } from '../../platform/route.ts';
import { staticFile } from '../static-file.ts';

export default defineRoute<unknown>({
  method: 'GET',
  path: '/',
  summary: 'start page',
  access: 'public',
  answers: { 200: { description: 'HTML' } },
  handle: staticFile('index.html', 'text/html'),
});
