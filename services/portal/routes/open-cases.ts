import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/vorgaenge/{rest*}', 'Web application: cases');
