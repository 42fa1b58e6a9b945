import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/wissen/{rest*}', 'Web application: knowledge');
