/**
 * What the office's lists hold, row by row; types only, so that the web application reads the same files by the same names.
 * One row: a code as models and tables write it, and its name in German and English. Each list adds fields of its own.
 */
export type OfficeRow = { code: string; de: string; en: string };

/** An authority that Lotse asks, and what it may answer. */
export type Behoerde = OfficeRow & {
  /** Its name in sentences: as their subject, after "Anfrage an", after "Antwort". */
  satz: { wer: string; an: string; von: string };
  antworten: AntwortEinerBehoerde[];
  /** The message that carries an answer to the process that waits for it, and the variable the answer's code stands in. None: no process waits. */
  nachricht?: { name: string; variable: string };
  /** Asked and answered at once; nobody waits for it. The Ausländerzentralregister. */
  register?: true;
  /** Its answers go to services/security and nowhere else (§ 73 AufenthG). */
  sicherheit?: true;
  /** Its silence is consent after a period (§ 36 (2) BeschV). */
  fiktion?: true;
};

export type AntwortEinerBehoerde = OfficeRow & {
  /** Something is known against the person. */
  erkenntnis?: true;
  /** How an objection ends that the authority has decided so. */
  widerspruch?: 'BESTAETIGT' | 'GEAENDERT' | 'AUFGEHOBEN';
};
