/** What somebody typed as an amount (`1.050,5`, `100.00`), in euros; undefined if it is none, or holds parts of a cent. */
export const readAmount = (typed: string): number | undefined => {
  const text = typed.replaceAll(/[\s€]/g, '');
  // What follows the last separator are cents if it is one or two digits; three are a group of thousands.
  const [, whole = text, cents = ''] = /^(.*)[.,](\d{1,2})$/.exec(text) ?? [];
  const plain = `${whole.replaceAll(/[.,](?=\d{3})/g, '')}.${cents || '0'}`;
  if (!/^\d{1,6}(?:\.\d{1,2})?$/.test(plain)) return undefined;
  const amount = Number(plain);
  return amount > 0 ? amount : undefined;
};
