import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';

export type Language = 'de' | 'en';

/** The applicants' portal reads and writes the same cookie. */
const cookie = 'lotse-sprache';

const readLanguage = (): Language => (new RegExp(`(?:^|;)\\s*${cookie}=en`).test(document.cookie) ? 'en' : 'de');

const keepLanguage = (language: Language): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
  document.cookie = `${cookie}=${language}; Path=/; Max-Age=${365 * 24 * 3600}; SameSite=Lax`;
};

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'de',
  choose: () => undefined,
});

export const LanguageProvider = ({ children }: { children: ComponentChildren }) => {
  const [language, setLanguage] = useState(readLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => {
    const choose = (next: Language): void => {
      keepLanguage(next);
      setLanguage(next);
    };
    return { language, choose };
  }, [language]);
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
};

export const useLanguage = (): Language => useContext(LanguageContext).language;
export const useChooseLanguage = () => useContext(LanguageContext).choose;
