/** The person's file: what is known of somebody over all their cases, corrected, compared, joined and taken apart by people, never by a machine. */
export { listRelatives } from './list-relatives.ts';
