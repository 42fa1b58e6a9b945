/** The portal: pages for applicants, written by the server: what they need, their application, where they stand. */
export { webPage } from './static-file.ts';
