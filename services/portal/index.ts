export { webPage } from './static-file.ts';
