import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/fragen', 'Web application: questions for legal specialists');
