import { createHash } from 'node:crypto';

/**
 * Simulation of the Ausländerzentralregister (register of foreigners, kept by the BVA). There is no line to the real one: every answer is made up
 * from the case id, so that the same case always gets the same answer.
 */
export const SIMULATION = 'Simulation: keine Verbindung zum echten Register';

export type AzrAnswer = { azrErgebnis: 'EINTRAG' | 'KEIN_EINTRAG' };

export const askAzr = (caseId: string): AzrAnswer => ({
  azrErgebnis: (createHash('sha256').update(caseId).digest()[0] ?? 0) % 10 === 0 ? 'KEIN_EINTRAG' : 'EINTRAG',
});
