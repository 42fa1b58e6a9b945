import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseTemplate, type Template } from './parse-template.ts';

const folder = new URL('../../processes/letters/', import.meta.url);

/** Every letter the office can send, by type. The type is the file's name. */
export const readTemplates = (): Map<string, Template> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .sort()
      .map((name) => {
        const template = parseTemplate(readFileSync(new URL(name, folder), 'utf8'), name);
        assert.equal(`${template.type}.md`, name, `${name}: the letter's type must be its file name.`);
        return [template.type, template];
      }),
  );

let templates: Map<string, Template> | undefined;

/** Read once: the letters of a running office change with a release only. */
export const findTemplate = (type: string): Template | undefined => {
  templates ??= readTemplates();
  return templates.get(type);
};

export const getTemplate = (type: string): Template => {
  const template = findTemplate(type);
  assert(template, `There is no letter "${type}" in processes/letters.`);
  return template;
};
