import type { Language } from '../../i18n/language.tsx';

const english: Record<string, string> = {
  'Im Amt': 'In the office',
  'Wer den Vorgang hat': 'Whoever has the case',
  'Erledigt von': 'Done by',
  Formular: 'Form',
  Fachkenntnis: 'Skill',
  Norm: 'Legal basis',
  'Worauf der Schritt beruht, z. B. § 60a AufenthG': 'What the step rests on, e.g. § 60a AufenthG',
  'Worauf der Ablauf beruht, z. B. § 60a AufenthG': 'What the process rests on, e.g. § 60a AufenthG',
  Rechtsstand: 'Law as of',
  'Tag, an dem die Norm geprüft wurde: JJJJ-MM-TT': 'Day the law was checked: YYYY-MM-DD',
  'Vier Augen': 'Four eyes',
  'ja: nicht, wer entschieden hat. Oder Kennungen der Aufgaben, deren Bearbeiter diese nicht machen dürfen':
    'ja: not whoever decided. Or ids of tasks whose clerks must not do this one',
  'Aufgabe des Schritts': 'Purpose of the step',
  'Woran das Programm den Schritt erkennt; die meisten Schritte brauchen keine': 'How the program knows the step; most steps need none',
  'Verfasst den Entwurf': 'Writes the draft',
  'Ja, hier wird entschieden': 'Yes, this is where it is decided',
  'Wer den Schritt erledigt, darf den Bescheid nicht zeichnen': 'Whoever completes it must not sign the decision',
  Dienst: 'Service',
  'Gerufener Baustein': 'Called block',
  Entscheidung: 'Decision',
  Nachricht: 'Message',
  'Neues Formular': 'New form',
  'Wissen an diesem Schritt': 'Knowledge at this step',
  Hinweis: 'Notice',
  'Steht als Banner über jedem Vorgang dieses Ablaufs': 'Shown as a banner on every case of this process',
  '<none>': 'nothing chosen',
};

/** The few words of ours in the properties panel; they are German by themselves. */
export const officeWords =
  (language: Language) =>
  (text: string): string =>
    language === 'en' ? (english[text] ?? text) : text === '<none>' ? 'nichts gewählt' : text;
