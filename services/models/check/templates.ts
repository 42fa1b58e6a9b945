/** `{{name}}`, `{{#if bedingung}}…{{/if}}`, `{{#loop liste}}…{{/loop}}` in a text of a form; `{{wert:…}}` is a number of the law and no expression. */
export const templatesIn = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(?:#\w+\s+)?([^{}]*?)\s*\}\}/g)]
    .map(([, inside]) => inside ?? '')
    .filter((inside) => inside !== '' && inside !== 'else' && !inside.startsWith('/') && !inside.startsWith('wert:'));
