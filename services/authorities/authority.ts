/** The authorities Lotse asks, what they may answer, and the message that carries the answer to the waiting process. */
export type AuthorityId = 'BA' | 'BVA' | 'AZR' | 'BDR' | 'RP';

type Authority = {
  /** As the subject of a sentence. */
  name: string;
  /** After "Anfrage an". */
  to: string;
  /** After "Antwort". */
  of: string;
  answers: Record<string, string>;
  message: (answer: string) => { name: string; variables: Record<string, unknown> } | undefined;
};

const codeMessage = (answer: string) => ({ name: 'behoerde-antwort', variables: { behoerdeErgebnis: answer } });

export const authorities: Record<AuthorityId, Authority> = {
  BA: {
    name: 'Die Bundesagentur für Arbeit',
    to: 'die Bundesagentur für Arbeit',
    of: 'der Bundesagentur für Arbeit',
    answers: { ZUSTIMMUNG: 'Zustimmung', ABLEHNUNG: 'Ablehnung', RUECKFRAGE: 'Rückfrage' },
    message: (answer) => ({ name: 'ba-antwort', variables: { baAntwort: answer } }),
  },
  // Its answers go to services/security and nowhere else.
  BVA: {
    name: 'Das Bundesverwaltungsamt',
    to: 'das Bundesverwaltungsamt',
    of: 'des Bundesverwaltungsamts',
    answers: { KEINE: 'keine Erkenntnisse', ERKENNTNISSE: 'Erkenntnisse' },
    message: () => undefined,
  },
  AZR: {
    name: 'Das Ausländerzentralregister',
    to: 'das Ausländerzentralregister',
    of: 'des Ausländerzentralregisters',
    answers: { EINTRAG: 'Eintrag vorhanden', KEIN_EINTRAG: 'kein Eintrag', UEBERNOMMEN: 'übernommen' },
    message: () => undefined,
  },
  BDR: {
    name: 'Die Bundesdruckerei',
    to: 'die Bundesdruckerei',
    of: 'der Bundesdruckerei',
    answers: { PRODUZIERT: 'Karte ist hergestellt' },
    message: codeMessage,
  },
  RP: {
    name: 'Das Regierungspräsidium',
    to: 'das Regierungspräsidium',
    of: 'des Regierungspräsidiums',
    answers: {
      ZURUECKGEWIESEN: 'Widerspruch zurückgewiesen',
      STATTGEGEBEN: 'Widerspruch stattgegeben',
      TEILWEISE: 'Widerspruch teilweise stattgegeben',
    },
    message: codeMessage,
  },
};

export const authorityIds = Object.keys(authorities) as AuthorityId[];

export const answerCodes = (authority: AuthorityId): string[] => Object.keys(authorities[authority].answers);

/** Stands in every text about an authority for as long as there is no line to it. */
export const SIMULATION = 'Simulation: keine Verbindung zur echten Behörde';
/** For the register of foreigners, which is no authority of its own. */
export const REGISTER_SIMULATION = 'Simulation: keine Verbindung zum echten Register';
