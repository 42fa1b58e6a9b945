import Joi from 'joi';

/** What the text of a field may be beyond being text at all, which `plain-text.ts` sees to for every request. Names hold every letter of every script. */
export const line = (max: number): Joi.StringSchema =>
  Joi.string()
    .trim()
    .max(max)
    .pattern(/[\t\n\r\u2028\u2029]/, { invert: true })
    .messages({ 'string.pattern.invert.base': 'Diese Angabe muss in einer Zeile stehen.' });
