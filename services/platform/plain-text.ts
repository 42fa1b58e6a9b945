import { type FieldFault, Invalid } from './errors.ts';
import { refuse } from './validation.ts';

const deepest = 64;

/** NUL, which PostgreSQL refuses; halves of surrogate pairs and code points that stand for no character, which no reader of text takes. */
const notText = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;
/** All of them but tab, line feed and carriage return. */
const control = /(?![\t\n\r])\p{Cc}/u;
/** Embeddings, overrides and isolates: what is read afterwards is not what is stored. The marks of Arabic and Hebrew text (U+200E/F) stay. */
const direction = /[\u202a-\u202e\u2066-\u2069]/;
/** At least one sign that has no ink and is no ordinary space, and nothing beside such signs. An empty field is for the schemas to judge. */
const invisible = /^(?=.*[^\s\ufeff])[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800\ufeff]+$|^\s*\ufeff[\s\ufeff]*$/su;

/** The narrower question, for pages that show everything else beside its field: can this be stored at all? */
const noText = 'Diese Angabe enthält Zeichen, die kein Text sind. Bitte geben Sie sie neu ein.';
export const storableFault = (text: string): string | undefined => (text.includes('\0') || notText.test(text) ? noText : undefined);

/** What is wrong with a text, whatever it is for, as a German sentence; undefined for text. */
export const textFault = (text: string): string | undefined => {
  const fault = storableFault(text);
  if (fault) return fault;
  if (direction.test(text))
    return 'Diese Angabe enthält unsichtbare Zeichen, die die Schreibrichtung umkehren. Bitte geben Sie sie neu ein.';
  if (control.test(text)) return 'Diese Angabe enthält unsichtbare Steuerzeichen. Bitte geben Sie sie neu ein.';
  if (invisible.test(text)) return 'Diese Angabe besteht nur aus unsichtbaren Zeichen.';
  return undefined;
};

/**
 * Every text in a value that is none, with its path (`applicant.vornamen`, `items.0.note`); a key that is no text counts for what holds it.
 * Walks without recursion, because a body of 1 MiB can be half a million levels deep. Throws Invalid for nesting nobody types.
 */
export const textFaults = (value: unknown, faultOf = textFault): FieldFault[] => {
  const faults: FieldFault[] = [];
  const open: { each: unknown; path: readonly string[] }[] = [{ each: value, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { each, path } = next;
    const note = (text: string): void => {
      const message = faultOf(text);
      if (message) faults.push({ field: path.join('.'), message });
    };
    if (typeof each === 'string') note(each);
    else if (typeof each === 'object' && each !== null && !Buffer.isBuffer(each)) {
      if (path.length >= deepest) throw new Invalid('Die Angaben sind zu tief verschachtelt.');
      for (const [key, inner] of Object.entries(each).reverse()) {
        note(key);
        open.push({ each: inner, path: [...path, key] });
      }
    }
  }
  return faults;
};

/** Throws Invalid that names every field whose text is none. */
export const assertPlainText = (value: unknown): void => {
  const faults = textFaults(value);
  if (faults.length > 0) throw refuse(faults);
};
