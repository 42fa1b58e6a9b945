import { createHash } from 'node:crypto';

/** 0 or 1, evenly spread over families and the same for one family for ever: which of two teams gets them. Reads no name. */
export const familyLot = (familyId: string): 0 | 1 => ((createHash('sha256').update(familyId).digest()[0] ?? 0) % 2 === 0 ? 0 : 1);
