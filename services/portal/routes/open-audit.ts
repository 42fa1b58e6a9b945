import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/protokoll', 'Web application: who read, changed or was refused what');
