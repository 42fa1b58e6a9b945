/** What a person is told by besides names: each as one key, its kind before it. */

/** `JJJJ-MM-TT`, 00 where a part is not known, and everything less exact that it answers to. */
const dateMarks = (date: string): string[] => {
  const [year = '', month = '', day = ''] = date.split('-');
  if (day !== '00') return [`d${year}`, `d${year}-${month}`, `d${date}`];
  return month === '00' ? [`d${year}`, `d${date}`] : [`d${year}`, `d${year}-${month}`, `d${date}`];
};

/** A date as searched for. An exact one also finds who is on record with the year or the month alone. */
export const searchedDate = (date: string): string[] => {
  const [year = '', month = '', day = ''] = date.split('-');
  if (month === '00') return [`d${year}`];
  if (day === '00') return [`d${year}-${month}`, `d${year}-00-00`];
  return [`d${date}`, `d${year}-${month}-00`, `d${year}-00-00`];
};

const signs = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

export const numberMark = (number: string): string => `n${signs(number)}`;
export const mailMark = (mail: string): string => `e${mail.trim().toLowerCase()}`;

/** `+49 721 555`, `0049 (0)721 555`, `0721/555` and `721555` are one; numbers of other countries keep theirs. */
export const phoneMark = (phone: string): string => {
  const abroad = /^\s*(?:\+|00)/.test(phone);
  const digits = phone.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^00/, '');
  return `t${abroad ? digits.replace(/^49/, '').replace(/^0/, '') : digits.replace(/^0/, '')}`;
};

export type MarkedPerson = { geburtsdatum: string; azrNummer?: unknown; passNummer?: unknown; telefon?: unknown; email?: unknown };

/** A mark of more than its kind. */
export const says = (mark: string): boolean => mark.length > 1;

const given = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const marksOf = ({ geburtsdatum, azrNummer, passNummer, telefon, email }: MarkedPerson): string[] =>
  [
    ...new Set([
      ...dateMarks(geburtsdatum),
      ...[azrNummer, passNummer].filter(given).map(numberMark),
      ...[telefon].filter(given).map(phoneMark),
      ...[email].filter(given).map(mailMark),
    ]),
  ].filter(says);
