import { de } from './texts/de.ts';
import { en } from './texts/en.ts';

export type Language = 'de' | 'en';
export type Texts = typeof de;

const cookieName = 'lotse-sprache';
const yearSeconds = 365 * 24 * 3600;
const dictionaries: Record<Language, Texts> = { de, en };

const isLanguage = (text: string | undefined): text is Language => text === 'de' || text === 'en';

const fromCookie = (header: string | undefined): string | undefined => /(?:^|;)\s*lotse-sprache=(de|en)\s*(?:;|$)/.exec(header ?? '')?.[1];

/** What the page is asked for in: the address, else the cookie, else German. */
export const chooseLanguage = (asked: string | undefined, cookies: string | undefined): Language => {
  const kept = fromCookie(cookies);
  return isLanguage(asked) ? asked : isLanguage(kept) ? kept : 'de';
};

export const textsOf = (language: Language): Texts => dictionaries[language];

/** Says nothing about a person, so it needs no more protection than this; readable for the web application too. */
export const languageCookie = (language: Language): string => `${cookieName}=${language}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`;
