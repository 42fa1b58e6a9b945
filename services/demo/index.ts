/** Demo: an office to look at, and a clock to move. Exists in the embedded default only. */
export { fillOffice } from './fill-office.ts';
