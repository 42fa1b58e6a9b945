import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/normen', 'Web application: what rests on a norm');
