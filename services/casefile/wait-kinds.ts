import { dayDeadline, deemedConsentDay, nextWorkingDay } from '../platform/calendar.ts';

type Day = Temporal.PlainDate;

/** `begun` is today, `days` the period, `wished` a day somebody asked for. */
type Asked = { begun: Day; days: number; wished: Day | undefined };

export type WaitKind = {
  /** For the history. `day` is the last day in words. */
  text: (day: string) => string;
  days: number;
  /** Before the end, unless the model says otherwise; 0: nobody is reminded. */
  reminderDays: number;
  lastDay: (asked: Asked) => Day;
};

const exact = ({ begun, days, wished }: Asked): Day => wished ?? begun.add({ days });
/** A period set to a person ends on a working day (§ 193 BGB). */
const working = ({ begun, days, wished }: Asked): Day => (wished ? nextWorkingDay(wished) : dayDeadline(begun, days));
/** Silence counts as consent from the day after this one (§ 36 (2) BeschV). */
const beforeDeemed = ({ begun, days, wished }: Asked): Day => wished ?? deemedConsentDay(begun, days).subtract({ days: 1 });

const until = (what: string) => (day: string) => `${what} bis ${day}`;
const unreminded = { reminderDays: 0 };

/** What a case can wait for, and when such a wait ends. */
export const waitKinds = {
  unterlagen: { ...unreminded, text: until('Warten auf Unterlagen'), days: 21, lastDay: working },
  anhoerung: { ...unreminded, text: until('Warten auf die Stellungnahme zur Anhörung'), days: 14, lastDay: working },
  ba: { ...unreminded, text: until('Warten auf die Bundesagentur für Arbeit'), days: 14, lastDay: beforeDeemed },
  // The same words whatever comes back, and no date: nobody may read an outcome from them.
  beteiligung: { text: () => 'Beteiligung läuft', days: 14, reminderDays: 11, lastDay: exact },
  eat: { ...unreminded, text: until('Warten auf die Karte von der Bundesdruckerei'), days: 42, lastDay: exact },
  rp: { text: until('Warten auf das Regierungspräsidium'), days: 120, reminderDays: 30, lastDay: exact },
  zahlung: { ...unreminded, text: until('Warten auf die Zahlung'), days: 14, lastDay: working },
  behoerde: { ...unreminded, text: until('Warten auf eine andere Behörde'), days: 28, lastDay: exact },
  verlaengerung: { ...unreminded, text: (day) => `Verlängerung vorgemerkt für den ${day}`, days: 21, lastDay: exact },
  wiedervorlage: { ...unreminded, text: (day) => `Wiedervorlage am ${day}`, days: 14, lastDay: exact },
} satisfies Record<string, WaitKind>;
