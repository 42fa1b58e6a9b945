import type { Language } from './list-views.ts';

/** Short words no sentence gets by without, and those of buttons and lists. Names of people, papers and places do not contain them. */
export const telltale: Record<Language, RegExp> = {
  de: /\b(?:und|oder|nicht|der|das|dem|den|ist|sind|wird|für|mit|von|zum|zur|eine?|noch|Aufgaben?|Vorgang|Vorgänge|Frist|Suche[nt]?|Abmelden|Anmelden|fällig|überfällig|seit|heute|Speichern|Abschließen|Zurück|Weiter|Seite|Schließen|Bearbeitung|Eingang)\b/,
  en: /\b(?:the|and|or|not|of|with|for|is|are|to|your|this|tasks?|cases?|due|overdue|today|search|sign|save|back|next|close|open|loading|submit|cancel|reset|error|received|from|until|since|page|browse|toggle|powered)\b/i,
};
