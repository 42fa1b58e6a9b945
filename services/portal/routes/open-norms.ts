import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/normen/{rest*}', 'Web application: what rests on a norm');
