import { type FormField, readFormFields, readProcess } from '../../reading/index.ts';
import type { Words } from './difference.ts';

const optionsOf = (field: FormField): { value: string; label: string }[] => [...field.options, ...field.fields.flatMap(optionsOf)];

const readQuietly = <T>(read: () => T[]): T[] => {
  try {
    return read();
  } catch {
    // A file that is not finished teaches no words.
    return [];
  }
};

/** What codes mean, as far as models say it: processes by their names, options of forms where all forms that know a code call it the same. */
export const codeWords = (files: readonly { path: string; content: string }[]): Words => {
  const found = new Map<string, Set<string>>();
  const learn = (code: string, word: string): void => void found.set(code, (found.get(code) ?? new Set()).add(word));
  for (const { path, content } of files) {
    if (path.endsWith('.bpmn')) for (const { id, name } of readQuietly(() => [readProcess(content)])) if (id !== name) learn(id, name);
    if (path.endsWith('.form'))
      for (const { value, label } of readQuietly(() => readFormFields(content).flatMap(optionsOf)))
        if (!/^(?:true|false|\d+)$/.test(value)) learn(value, label);
  }
  return Object.fromEntries([...found].flatMap(([code, words]) => (words.size === 1 ? [[code, [...words][0] ?? code]] : [])));
};
