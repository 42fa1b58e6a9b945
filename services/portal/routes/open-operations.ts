import { defineWebPage } from '../define-web-page.ts';

export default defineWebPage('/stoerungen', 'Web application: steps that stand still');
