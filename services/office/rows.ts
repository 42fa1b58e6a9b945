import type { Home } from './homes.ts';
import type { Right } from './right-names.ts';

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

/** Words in both languages, for those who read them on a screen. */
export type InBothLanguages = { de: string; en: string };

/**
 * Something a case waits for, or that is noted for a day to come. The order of the rows is that of weight for the applicant: of several waits they
 * are told the first.
 */
export type Frist = OfficeRow & {
  /** For the history; `{tag}` is the last day. */
  verlauf: string;
  /** The period, unless a model or a form says otherwise. */
  tage: number;
  /** That many days before the end there is a reminder; none: nobody is reminded. */
  erinnerungTage?: number;
  /**
   * Which day is the last: `exakt` the day itself; `werktag` a working day, because people are asked (§ 193 BGB); `fiktion` the day before silence
   * counts as consent.
   */
  regel: 'exakt' | 'werktag' | 'fiktion';
  /** The law sets the period: nobody moves it. */
  gesetz?: string;
  /** An authority is asked whose name may be said. */
  behoerde?: true;
  /** A security query: nothing is told but that it runs (§ 73 AufenthG). */
  sicherheit?: true;
  /** Ends with the last paper that is expected, with the statement, with the whole fee. */
  unterlagenErwartet?: true;
  stellungnahmeErwartet?: true;
  zahlungErwartet?: true;
  /** A note for a day to come: begins on that day, holds no case, outlives it. */
  vermerk?: true;
  /** On that day the renewal of a paper begins. */
  papierLaeuftAb?: true;
  /** On that day's morning somebody gets a task. */
  legtWiederVor?: true;
  /** For the clerk: what happens then. `{tagDanach}`: the day after the last. */
  hinweis?: InBothLanguages;
  /** For the applicant: whom one waits for and what comes after. `{tag}`, `{wochentag}` (the day with its weekday), `{betrag}` (what is owed). */
  portal?: { auf: InBothLanguages; danach: InBothLanguages };
};
/** A role of the office, and what it may do. Its code is the candidate group, with the section's behind it where each section has its own: `sb-sg4`. */
export type Rolle = OfficeRow & {
  /** Each section has a group of its own. */
  jeSachgebiet?: true;
  /** Works in this one section, as its groups do. */
  sachgebiet?: string;
  /** One role each: the clerks, the legal specialists and the head of a section. */
  sachbearbeitung?: true;
  recht?: true;
  leitung?: true;
  /** One role: the clerks of the section that is the counter's; gets what nobody has yet. */
  schalter?: true;
  /** One role: the circle of hidden cases. */
  verdeckt?: true;
  /** One role: people who apply. No staff. */
  antragstellend?: true;
  /** Where the day begins. */
  beginnt: Home;
  /** Rights, whatever the case. What is not named is refused. */
  darf: Right[];
};

export type Sachgebiet = OfficeRow & {
  /** One section: the counter. Its work as clerks do those of the role with `schalter`. */
  schalter?: true;
  /** One section: where hidden cases lie. */
  verdeckt?: true;
  /** One section: its specialists and its head answer for cases that no section has yet. */
  vorZuordnung?: true;
};

export type Team = OfficeRow & { sachgebiet: string };

/** A matter that people come with. Its code is what routing decides by. */
export type Anliegen = OfficeRow & {
  /** What applicants read, where the office's own word would tell them less. */
  portal?: InBothLanguages;
  /** Known to the security officers only: for all others there is no such matter. */
  verdeckt?: true;
  /** Somebody applies for a decision, or objects to one: after three months they may sue (§ 75 VwGO). Row by row with its reason: tests/law/untaetigkeit.md. */
  aufAntrag?: true;
  /** The hidden case that watches over an ordinary one. */
  sicherheitsvorgang?: true;
  /** What the table of the second check calls the title, where it asks for it. */
  titelArt?: string;
  /** The applicant is told the steps one by one: papers, decision, collection. Others are told that it is worked on. */
  schritteImPortal?: true;
  /** What the applicant loses who takes it back. */
  ruecknahme?: InBothLanguages;
  /** The portal has an application for it: what is known of everybody who sends it, and the papers it asks for. */
  onlineAntrag?: { angaben: Record<string, string | boolean>; unterlagen: string[] };
  /** Its paper is renewed: what is known of the holder then. */
  verlaengerung?: { angaben: Record<string, string | boolean> };
  /** Its paper rests on a ground, not on the norm of a title: what the table of the paper's length calls those that last alike. */
  grundlage?: { code: string; gruende: string[] };
};

/** A kind of paper in the file. */
export type Unterlage = OfficeRow & {
  /** To the person who must bring it. */
  imBrief: string;
  portal: InBothLanguages;
  hinweisImPortal?: InBothLanguages;
  /** Asked for with this Anliegen, or on this ground for a Duldung, unless one of the others (`oder`) is there. */
  noetig?: { anliegen?: string; duldungsgrund?: string; oder?: string[]; norm?: string }[];
  /** What the person says to a hearing. */
  stellungnahme?: true;
  /** All that has no kind of its own. */
  alleAnderen?: true;
};

/** A type of decision: which letter it is and what can be done against it (domain: 2.2). */
export type Bescheid = OfficeRow & {
  /** A letter of processes/letters; none: it is decided in processes that do not exist yet. */
  schreiben?: string;
  /** It burdens: it goes out under the signature of a second person only, whatever the sample says. */
  gezeichnet?: true;
  /** Unless its author chose another way. */
  zustellung?: 'POST' | 'PZU' | 'PORTAL' | 'AUSHAENDIGUNG';
  rechtsbehelf?: 'WIDERSPRUCH' | 'KLAGE';
  /** An objection is possible where a condition burdens its holder. */
  kannBelasten?: true;
  /** For whoever works on an objection: what is attacked, and what the objection does while it runs. */
  widerspruch?: { gegen: string; wirkung: string };
};

/** What a fee is taken for; what it costs stands in processes/rechtswerte.json (`gebuehr.<code>`). */
export type Leistung = OfficeRow & {
  /** As a letter asks for it. */
  imBrief?: string;
  /** It costs what the refused one would have cost (§ 51 AufenthV); where that is not known, what this one costs. */
  wieAbgelehnte?: string;
};
