import { type Language, useChooseLanguage, useLanguage } from '../i18n/language.tsx';
import { useShellTexts } from './words.ts';

const languages: Language[] = ['de', 'en'];

export const LanguageSwitch = () => {
  const t = useShellTexts();
  const current = useLanguage();
  const choose = useChooseLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons, no form fields
    <div class="languages" role="group" aria-label={t.language.label}>
      {languages.map((language) => (
        <button key={language} type="button" lang={language} aria-pressed={language === current} onClick={() => choose(language)}>
          <span aria-hidden="true">{language.toUpperCase()}</span>
          <span class="kern-sr-only">{t.language[language]}</span>
        </button>
      ))}
    </div>
  );
};
