import { glob } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Deps } from '../../deps.ts';
import { listModelFiles } from '../../engine/releases/index.ts';
import { listArticles } from '../../knowledge/index.ts';
import { nameGroup, purposeNames, purposes, staffGroups } from '../../office/index.ts';
import { readXml, walk, type XmlElement } from '../../reading/index.ts';
import { listStaff } from '../../staff/index.ts';
import { describeFile, kindOf } from '../describe-file.ts';
import type { IsKnown } from '../known-to.ts';
import { nameFiles } from '../name-files.ts';
import type { StudioCatalogue } from './answers.ts';

const services = fileURLToPath(new URL('../../', import.meta.url));

type Use = { processId: string; element: XmlElement };

/** Every element of every live process. */
const usesIn = (files: readonly { path: string; content: string }[]): Use[] =>
  files
    .filter(({ path }) => kindOf(path) === 'bpmn')
    .flatMap(({ path, content }) => {
      const { plainId } = describeFile(path, content);
      return [...walk(readXml(content))].map((element) => ({ processId: plainId, element }));
    });

const ownerOf = (element: XmlElement): XmlElement | null => element.parent?.parent ?? null;
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].filter(Boolean).sort();

const messagesOf = (uses: readonly Use[]) => {
  const named = uses.filter(({ element }) => element.name === 'message' && element.attributes.name);
  const names = sorted(named.map(({ element }) => element.attributes.name ?? ''));
  return names.map((name) => ({
    name,
    usedIn: sorted(named.filter(({ element }) => element.attributes.name === name).map((use) => use.processId)),
  }));
};

/** A worker's file name is its job type. What it is given, models say best: the inputs of all tasks that ask for it. */
const jobTypesOf = async (uses: readonly Use[]) => {
  const files = await Array.fromAsync(glob('{*,*/*}/workers/*.ts', { cwd: services }));
  return sorted(files.map((file) => basename(file, '.ts'))).map((type) => {
    const tasks = uses
      .filter(({ element }) => element.name === 'taskDefinition' && element.attributes.type === type)
      .map(({ element }) => ownerOf(element));
    const mapped = (name: string): string[] =>
      sorted(
        tasks.flatMap((task) =>
          task ? [...walk(task)].filter((each) => each.name === name).map((each) => each.attributes.target ?? '') : [],
        ),
      );
    return { type, title: tasks[0]?.attributes.name ?? type, inputs: mapped('input'), outputs: mapped('output') };
  });
};

const propertyValues = (uses: readonly Use[], name: string): string[] =>
  sorted(
    uses
      .filter(({ element }) => element.name === 'property' && element.attributes.name === name)
      .map(({ element }) => element.attributes.value ?? ''),
  );

const named = ({ id, name, path }: { id: string; name: string; path: string }) => ({ id, name, path });

/** What a model may refer to, as lists to pick from. */
export const readCatalogue = async ({ db }: Pick<Deps, 'db'>, isKnown: IsKnown): Promise<StudioCatalogue> => {
  const files = (await listModelFiles(db)).filter(({ path, content }) => isKnown({ path, texts: [content] }));
  const uses = usesIn(files);
  const [jobTypes, staff, articles] = await Promise.all([jobTypesOf(uses), listStaff(db), listArticles(db, { drafts: false })]);
  const nameFile = nameFiles(files);
  const ofKind = (kind: string) =>
    files
      .filter(({ path }) => kindOf(path) === kind)
      .map(({ path, content }) => {
        const { plainId, name, decisions } = nameFile(path, content);
        return { id: plainId, name, path, decisions };
      });
  return {
    messages: messagesOf(uses),
    jobTypes,
    roles: staffGroups.map((group) => ({ group, name: nameGroup(group) })),
    skills: sorted([...staff.flatMap((each) => each.skills), ...propertyValues(uses, 'skill')]),
    purposes: purposeNames.map((purpose) => ({ purpose, name: purposes[purpose].label })),
    forms: ofKind('form').map(named),
    decisions: ofKind('dmn'),
    processes: ofKind('bpmn').map(named),
    articles: articles
      .filter(({ title, process }) => isKnown({ path: '', texts: [title, process] }))
      .map((each) => ({ id: each.articleId, title: each.title, process: each.process, step: each.elementId })),
    norms: propertyValues(uses, 'norm'),
  };
};
