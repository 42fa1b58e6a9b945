import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import Joi from 'joi';
import type { Kind } from '../releases.ts';
import type { Part, Vector } from './parts.ts';
import { readBpmn } from './read-bpmn.ts';
import { readDmn } from './read-dmn.ts';
import { decodeUtf8, readXml, XmlRefused } from './read-xml.ts';

const kinds: Record<string, Kind> = { bpmn: 'bpmn', dmn: 'dmn', form: 'form' };

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

const readVectors = async (file: string, findings: string[]): Promise<Vector[]> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return [];
  }
  try {
    return Joi.attempt(JSON.parse(text), vectorsSchema) as Vector[];
  } catch (error) {
    findings.push(`${file}: ${(error as Error).message}`);
    return [];
  }
};

/** One file as a part, with what is wrong with it by itself. `file` only serves messages and the resource's name. */
export const readPart = (kind: Kind, file: string, bytes: Uint8Array): { part: Part; findings: string[] } => {
  const empty: Part = { kind, plainId: '', file, content: '', decisionIds: [], references: [], keepsId: false, vectors: [] };
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

/** Everything the engine is to know, from all folders below `folder`. Findings are complete: nothing stops at the first. */
export const readBundle = async (folder: string): Promise<{ parts: Part[]; findings: string[] }> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const parts: Part[] = [];
  const findings: string[] = [];
  for (const entry of entries.toSorted((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))) {
    const kind = kinds[entry.name.slice(entry.name.lastIndexOf('.') + 1)];
    if (!entry.isFile() || !kind) continue;
    const path = join(entry.parentPath, entry.name);
    const { part, findings: own } = readPart(kind, relative(folder, path).replaceAll('\\', '/'), await readFile(path));
    if (kind === 'dmn') part.vectors = await readVectors(path.replace(/\.dmn$/, '.vectors.json'), own);
    findings.push(...own);
    parts.push(part);
  }
  return { parts, findings };
};
