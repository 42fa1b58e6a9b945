import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/behoerden', 'Web application: how other authorities answer');
