import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/studio/{rest*}', 'Web application: studio');
