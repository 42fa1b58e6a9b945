import rows from '../../../processes/amt/fristen.json' with { type: 'json' };
import type { Frist } from '../../../services/office/rows.ts';

const fristen = rows as Frist[];

/** What is known of a kind of wait; nothing of one that the list does not have (of an older model). */
export const findFrist = (kind: string): Frist | undefined => fristen.find(({ code }) => code === kind);
