import { Invalid } from '../platform/errors.ts';
import { type Catalogue, type Fassung, type Rechtswert, readCatalogue } from './catalogue.ts';

export type LegalValue = Pick<Rechtswert, 'key' | 'label' | 'einheit'> & Fassung;

const holds = (fassung: Fassung, day: string): boolean =>
  fassung.gueltigAb <= day && (fassung.gueltigBis === null || day <= fassung.gueltigBis);

const withFassung = ({ key, label, einheit }: Rechtswert, fassung: Fassung): LegalValue => ({ key, label, einheit, ...fassung });

/** The value of the law on a day (`YYYY-MM-DD`). An unknown key, or a day the catalogue says nothing about, is refused by name: guessing would be worse. */
export const valueAt = (key: string, day: string, catalogue: Catalogue = readCatalogue()): LegalValue => {
  const found = catalogue.werte.find((each) => each.key === key);
  if (!found) throw new Invalid(`Den Rechtswert „${key}“ gibt es im Verzeichnis nicht.`);
  const fassung = found.fassungen.find((each) => holds(each, day));
  if (!fassung) throw new Invalid(`Für den ${day} kennt das Verzeichnis keine Fassung des Rechtswerts „${key}“.`);
  return withFassung(found, fassung);
};

/** For views: a text must open even where the catalogue says nothing. */
export const findValue = (key: string, day: string): LegalValue | undefined => {
  try {
    return valueAt(key, day);
  } catch (error) {
    if (error instanceof Invalid) return undefined;
    throw error;
  }
};

/** All values that hold on a day. */
export const valuesAt = (day: string, catalogue: Catalogue = readCatalogue()): LegalValue[] =>
  catalogue.werte.flatMap((each) => {
    const fassung = each.fassungen.find((one) => holds(one, day));
    return fassung ? [withFassung(each, fassung)] : [];
  });
