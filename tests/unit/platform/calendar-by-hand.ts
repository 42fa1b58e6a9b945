/** A second, deliberately plain computation to compare with: day numbers, Gauss' Easter rule and the list of § 1 FTG BW. */

const pad = (value: number): string => String(value).padStart(2, '0');
const dayNumber = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const textOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

const easter = (year: number): number => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const j = Math.floor(c / 4);
  const k = c % 4;
  const m = Math.floor((a + 11 * h) / 319);
  const r = (2 * e + 2 * j - k - h + m + 32) % 7;
  const month = Math.floor((h - m + r + 90) / 25);
  const date = (h - m + r + month + 19) % 32;
  return dayNumber(`${year}-${pad(month)}-${pad(date)}`);
};

const fixed = ['01-01', '01-06', '05-01', '10-03', '11-01', '12-25', '12-26'];
const afterEaster = [-2, 1, 39, 50, 60];

const isFree = (text: string): boolean => {
  const number = dayNumber(text);
  const year = Number(text.slice(0, 4));
  const weekday = new Date(number * 86_400_000).getUTCDay();
  // The one year in which Reformation Day was free everywhere.
  if (text === '2017-10-31') return true;
  return weekday === 0 || weekday === 6 || fixed.includes(text.slice(5)) || afterEaster.includes(number - easter(year));
};

export const isWorkingDayByHand = (date: Temporal.PlainDate): boolean => !isFree(date.toString());

export const monthDeadlineByHand = (date: Temporal.PlainDate, months: number): string => {
  const count = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let number = dayNumber(`${year}-${pad(month)}-${pad(Math.min(date.day, last))}`);
  while (isFree(textOf(number))) number += 1;
  return textOf(number);
};
