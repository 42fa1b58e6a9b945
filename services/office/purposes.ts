/**
 * Steps the program knows, by what they are for and not by their id: the model says `aufgabe = zeichnen`, and its step may be called, moved and copied as the
 * office likes. Each stands with a task as `purpose`. What is written here is a promise the check of the models keeps.
 */
type Step = {
  /** What the studio offers. */
  label: string;
  /** `once`: at exactly one live step, because the program takes it for the one; `some`: at one live step or more. */
  stands: 'once' | 'some';
  /** What does not work without it: ends the sentence „…, denn sonst“. */
  otherwise: string;
};

const steps = {
  unterlagen: {
    label: 'Unterlagen prüfen',
    stands: 'once',
    otherwise: 'gelten Unterlagen nie als gesehen, und nachgereichte legen niemandem eine Aufgabe vor',
  },
  'neue-unterlagen': {
    label: 'Nachgereichte Unterlagen prüfen',
    stands: 'once',
    otherwise: 'bleibt ungesehen, was während der Prüfung nachgereicht wird',
  },
  frage: { label: 'Frage beantworten', stands: 'once', otherwise: 'steht keine Frage bei „Fragen an mich“' },
  'zweite-stufe': {
    label: 'Frage in zweiter Stufe entscheiden',
    stands: 'once',
    otherwise: 'steht keine liegengebliebene Frage bei „Fragen an mich“',
  },
  zeichnen: {
    label: 'Bescheid zeichnen',
    stands: 'once',
    otherwise: 'findet niemand den Entwurf zum Zeichnen, und kein Bescheid geht hinaus, der gezeichnet sein muss',
  },
  zulaessigkeit: {
    label: 'Zulässigkeit eines Widerspruchs prüfen',
    stands: 'once',
    otherwise: 'steht kein neuer Widerspruch bei „Fragen an mich“',
  },
  abhilfe: { label: 'Abhilfe prüfen', stands: 'once', otherwise: 'steht kein Widerspruch zur Abhilfe bei „Fragen an mich“' },
  widerspruchsbescheid: {
    label: 'Widerspruchsbescheid umsetzen',
    stands: 'once',
    otherwise: 'steht keine Entscheidung des Regierungspräsidiums bei „Fragen an mich“',
  },
  stellungnahme: {
    label: 'Mit der Stellungnahme vor Augen arbeiten',
    stands: 'some',
    otherwise: 'liest niemand die Stellungnahme der Person über dem Formular',
  },
  entscheidung: {
    label: 'Entscheidung vorbereiten',
    stands: 'some',
    otherwise: 'erfährt die Person nicht, dass über ihren Antrag entschieden wird',
  },
  aushaendigen: {
    label: 'Bescheinigung aushändigen',
    stands: 'some',
    otherwise: 'erfährt die Person nicht, dass sie ihre Bescheinigung abholen kann',
  },
  biometrie: {
    label: 'Foto und Fingerabdrücke aufnehmen',
    stands: 'some',
    otherwise: 'erfährt die Person nicht, dass sie für Foto und Fingerabdrücke kommen muss',
  },
  karte: { label: 'Karte aushändigen', stands: 'some', otherwise: 'erfährt die Person nicht, dass sie ihre Karte abholen kann' },
} as const satisfies Record<string, Step>;

export type Purpose = keyof typeof steps;
export const purposes: Readonly<Record<Purpose, Step>> = steps;
export const purposeNames = Object.keys(steps) as Purpose[];

/** The property `aufgabe` as a model has it; null for a step the program does not know. */
export const purposeOf = (aufgabe: string | undefined): Purpose | null => purposeNames.find((name) => name === aufgabe) ?? null;
