/**
 * The ends of decisions once more, written differently on purpose: a calendar of plain numbers walked day by day, Easter by Lichtenberg's
 * rule, no date library. Compared with services/letters/remedies.ts on generated days.
 */
type Ymd = { y: number; m: number; d: number };

const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const daysIn = (y: number, m: number): number => (m === 2 ? (leap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31);

export const parse = (text: string): Ymd => {
  const [y = 0, m = 0, d = 0] = text.split('-').map(Number);
  return { y, m, d };
};
const show = ({ y, m, d }: Ymd): string => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

const tomorrow = ({ y, m, d }: Ymd): Ymd => {
  if (d < daysIn(y, m)) return { y, m, d: d + 1 };
  return m < 12 ? { y, m: m + 1, d: 1 } : { y: y + 1, m: 1, d: 1 };
};
const later = (day: Ymd, days: number): Ymd => (days === 0 ? day : later(tomorrow(day), days - 1));

/** Days since 1 March of year 0, counted in months of the Julian kind; 3 March 2000 was a Friday. */
const count = ({ y, m, d }: Ymd): number => {
  const year = m > 2 ? y : y - 1;
  const month = m > 2 ? m - 3 : m + 9;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + Math.floor((153 * month + 2) / 5) + d;
};
const friday = count({ y: 2000, m: 3, d: 3 });
/** 0 is Monday. */
const weekday = (day: Ymd): number => (((count(day) - friday + 4) % 7) + 7) % 7;

/** Day of March (32 is 1 April). */
const easter = (y: number): number => {
  const k = Math.floor(y / 100);
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25);
  const s = 2 - Math.floor((3 * k + 3) / 4);
  const a = y % 19;
  const d = (19 * a + m) % 30;
  const r = Math.floor((d + Math.floor(a / 11)) / 29);
  const og = 21 + d - r;
  const sz = 7 - ((((y + Math.floor(y / 4) + s) % 7) + 7) % 7);
  const oe = 7 - ((((og - sz) % 7) + 7) % 7);
  return og + oe;
};

const isFree = (day: Ymd): boolean => {
  if (weekday(day) >= 5) return true;
  const { y, m, d } = day;
  if (['1-1', '6-1', '1-5', '3-10', '1-11', '25-12', '26-12'].includes(`${d}-${m}`)) return true;
  const afterMarch = count(day) - count({ y, m: 3, d: 1 }) + 1;
  return [-2, 1, 39, 50, 60].includes(afterMarch - easter(y));
};

const working = (day: Ymd): Ymd => (isFree(day) ? working(tomorrow(day)) : day);

/** Walks on until so many months have begun and the day's number is reached, or the month has no such day and is at its end. */
const monthsLater = (start: Ymd, months: number): Ymd => {
  let day = start;
  let begun = 0;
  for (;;) {
    const next = tomorrow(day);
    if (next.m !== day.m) begun += 1;
    day = next;
    if (begun === months && (day.d === start.d || (day.d < start.d && tomorrow(day).m !== day.m))) return day;
  }
};

type Asked = {
  delivery: string;
  sent: string;
  fictionDays: number;
  shift: boolean;
  delivered?: string | undefined;
  retrieved?: string | undefined;
};

const notified = ({ delivery, sent, fictionDays, shift, delivered, retrieved }: Asked): string | null => {
  if (delivery === 'PZU') return delivered ?? null;
  if (delivery === 'AUSHAENDIGUNG') return delivered ?? sent;
  if (delivery === 'PORTAL') return retrieved && retrieved <= show(later(parse(sent), 10)) ? show(tomorrow(parse(retrieved))) : null;
  const plain = later(parse(sent), fictionDays);
  const fiction = show(shift ? working(plain) : plain);
  return delivered && delivered > fiction ? delivered : fiction;
};

export const endsByHand = (asked: Asked, remedy: boolean, instructed: boolean) => {
  const bekanntgabeAm = notified(asked);
  if (!bekanntgabeAm || !remedy) return { bekanntgabeAm, rechtsbehelfBis: null, bestandskraftAb: null };
  const until = working(monthsLater(parse(bekanntgabeAm), instructed ? 1 : 12));
  return { bekanntgabeAm, rechtsbehelfBis: show(until), bestandskraftAb: show(tomorrow(until)) };
};
