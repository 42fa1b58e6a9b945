import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/', 'Web application: start page');
