import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/karte/{rest*}', 'Web application: process map');
