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

/** A day that has passed is a slip, or it passed while the engine was away: nobody is asked for something until yesterday, and what was noted comes up at once. */
const ahead = ({ begun, wished }: Asked): Day | undefined =>
  wished && Temporal.PlainDate.compare(wished, begun) >= 0 ? wished : undefined;
const exact = (asked: Asked): Day => ahead(asked) ?? (asked.wished ? asked.begun : asked.begun.add({ days: asked.days }));
/** A period set to a person ends on a working day (§ 193 BGB); in place of a day that has passed they get the whole period. */
const working = (asked: Asked): Day => {
  const day = ahead(asked);
  return day ? nextWorkingDay(day) : dayDeadline(asked.begun, asked.days);
};
/** Silence counts as consent from the day after this one (§ 36 (2) BeschV). The law sets it, whatever a model or a form wishes. */
const beforeDeemed = ({ begun, days }: Asked): Day => deemedConsentDay(begun, days).subtract({ days: 1 });

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
