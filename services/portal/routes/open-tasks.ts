import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/aufgaben/{rest*}', 'Web application: inbox and tasks');
