import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/angemeldet', 'Web application: signed in again');
