const months = [
  /^(?:jan|jän)/, /^feb/, /^(?:mär|maerz|mrz|mar)/, /^apr/, /^ma[iy]/, /^jun/, /^jul/, /^aug/, /^sep/, /^o[kc]t/, /^nov/, /^de[zc]/,
]; // biome-ignore format: a row

const two = (number: number | string): string => String(number).padStart(2, '0');

const monthNamed = (name: string): string => {
  const index = months.findIndex((month) => month.test(name.toLowerCase()));
  return index < 0 ? '' : two(index + 1);
};

/** Years somebody can be born in; of two digits both centuries. */
const yearsOf = (year: string): string[] => (year.length === 4 ? (/^(?:19|20)/.test(year) ? [year] : []) : [`20${year}`, `19${year}`]);

const exists = (year: string, month: string, day: string): boolean =>
  month === '00'
    ? day === '00'
    : Number(month) <= 12 &&
      (day === '00' || Number(day) <= Temporal.PlainYearMonth.from({ year: Number(year), month: Number(month) }).daysInMonth);

type Shape = [pattern: RegExp, parts: (match: string[]) => [year: string, month: string, day: string]];

const dot = String.raw`\s*[./\-]\s*`;
const shapes: Shape[] = [
  [/(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, ([, year = '', month = '', day = '']) => [year, month, day]],
  [
    new RegExp(String.raw`(?<!\d)(\d{1,2})${dot}(\d{1,2})${dot}(\d{4}|\d{2})(?!\d)`),
    ([, day = '', month = '', year = '']) => [year, month, day],
  ],
  [/(?<!\d)(\d{1,2})\.?\s*(\p{L}{3,9})\.?\s+(\d{4})(?!\d)/u, ([, day = '', name = '', year = '']) => [year, monthNamed(name), day]],
  [/(?<![\p{L}\d])(\p{L}{3,9})\.?\s+(\d{4})(?!\d)/u, ([, name = '', year = '']) => [year, monthNamed(name), '00']],
  [/(?<!\d)(\d{1,2})\s*[./]\s*(\d{4})(?!\d)/, ([, month = '', year = '']) => [year, month, '00']],
  [/(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/, ([, day = '', month = '', year = '']) => [year, month, day]],
  [/(?<![\d\-./])(\d{4})(?![\d\-/])/, ([, year = '']) => [year, '00', '00']],
];

/**
 * The birthday in a search, as Germans type it, whole or in part: `4.5.1990`, `04.05.90`, `4. Mai 1990`, `05.1990`, `1990`. Answers
 * JJJJ-MM-TT with 00 for what is not said (more than one where two digits may be two years), and the text without it.
 */
export const readDates = (text: string): { dates: string[]; rest: string } => {
  for (const [pattern, parts] of shapes) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [year, month, day] = parts(match);
    if (month === '') continue;
    const dates = yearsOf(year)
      .filter((each) => exists(each, two(month), two(day)))
      .map((each) => `${each}-${two(month)}-${two(day)}`);
    if (dates.length > 0) return { dates, rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}` };
  }
  return { dates: [], rest: text };
};
