import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import Joi from 'joi';
import { decodeUtf8, readDmn, readXml, XmlRefused } from '../../reading/index.ts';
import { isModelFile, type ModelFile, vectorsPathOf } from './model-files.ts';
import type { Part, Vector } from './parts.ts';
import { readBpmn } from './read-bpmn.ts';
import type { Kind } from './releases.ts';

const kinds: Record<string, Kind> = { bpmn: 'bpmn', dmn: 'dmn', form: 'form' };

const kindOf = (path: string): Kind | undefined => kinds[path.slice(path.lastIndexOf('.') + 1)];

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const vectorsSchema = Joi.array().items(
  Joi.object({
    name: Joi.string().required(),
    decision: Joi.string().required(),
    input: Joi.object().required(),
    output: Joi.any().required(),
  }),
);

const readForm = (text: string): { plainId: string; findings: string[] } => {
  let form: unknown;
  try {
    form = JSON.parse(text);
  } catch (error) {
    return { plainId: '', findings: [`ist kein lesbares JSON (${(error as Error).message})`] };
  }
  const { id, components } = (form ?? {}) as { id?: unknown; components?: unknown };
  const findings = Array.isArray(components) ? [] : ['ist kein Formular (components fehlt)'];
  return { plainId: typeof id === 'string' ? id : '', findings };
};

const readVectors = (path: string, text: string | undefined, findings: string[]): Vector[] => {
  if (text === undefined) return [];
  try {
    return Joi.attempt(JSON.parse(text), vectorsSchema) as Vector[];
  } catch (error) {
    findings.push(`${path}: ${(error as Error).message}`);
    return [];
  }
};

/** One file as a part, with what is wrong with it by itself. `file` only serves messages and the resource's name. */
export const readPart = (kind: Kind, file: string, bytes: Uint8Array): { part: Part; findings: string[] } => {
  const none = { decisionIds: [], references: [], keepsId: false, startMessages: [], vectors: [] };
  const empty: Part = { kind, plainId: '', file, content: '', ...none };
  try {
    const content = decodeUtf8(bytes);
    const read = kind === 'bpmn' ? readBpmn(readXml(content)) : kind === 'dmn' ? readDmn(readXml(content)) : readForm(content);
    const { findings, ...rest } = read;
    if (findings.length === 0 && !idPattern.test(rest.plainId)) {
      findings.push(`hat die id „${rest.plainId}“; erlaubt sind Kleinbuchstaben, Ziffern und einzelne Bindestriche`);
    }
    return { part: { ...empty, ...rest, content }, findings: findings.map((each) => `${file}: ${each}`) };
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    return { part: empty, findings: [`${file}: ${error.message}`] };
  }
};

/** Everything the engine is to know of these files. Findings are complete: nothing stops at the first. */
export const readParts = (files: readonly ModelFile[]): { parts: Part[]; findings: string[] } => {
  const texts = new Map(files.map(({ path, content }) => [path, content]));
  const parts: Part[] = [];
  const findings: string[] = [];
  for (const { path, content } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const kind = kindOf(path);
    if (!kind) continue;
    const { part, findings: own } = readPart(kind, path, Buffer.from(content, 'utf8'));
    const vectorsPath = vectorsPathOf(path);
    if (kind === 'dmn') part.vectors = readVectors(vectorsPath, texts.get(vectorsPath), own);
    findings.push(...own);
    parts.push(part);
  }
  return { parts, findings };
};

/** The model files below a folder. What cannot be read as text is left out and named. */
export const readFolder = async (folder: string): Promise<{ files: ModelFile[]; findings: string[] }> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: ModelFile[] = [];
  const findings: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !isModelFile(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).replaceAll('\\', '/');
    try {
      files.push({ path, content: decodeUtf8(await readFile(file)) });
    } catch (error) {
      if (!(error instanceof XmlRefused)) throw error;
      findings.push(`${path}: ${error.message}`);
    }
  }
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), findings };
};

/** Everything the engine is to know, from all folders below `folder`. */
export const readBundle = async (folder: string): Promise<{ parts: Part[]; findings: string[] }> => {
  const { files, findings } = await readFolder(folder);
  const read = readParts(files);
  return { parts: read.parts, findings: [...findings, ...read.findings] };
};
