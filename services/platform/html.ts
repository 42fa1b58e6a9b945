/** A piece of HTML that is safe as it stands. Only `html` makes one, so a text never becomes markup by accident. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const write = (value: HtmlValue): string => {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(write).join('');
  return String(value).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
};

/** Values are escaped, pieces of HTML and lists of them are put in as they are; null, undefined and false are nothing. */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  new Html(strings.reduce((text, part, index) => text + write(values[index - 1]) + part));

/** ` name="value"`, or nothing: for attributes that are not always there. */
export const attribute = (name: string, value: string | number | boolean | null | undefined): Html =>
  value === null || value === undefined || value === false
    ? new Html('')
    : value === true
      ? html` ${new Html(name)}`
      : html` ${new Html(name)}="${value}"`;
