import { BundleRefused } from '../errors.ts';
import { hashText, type ModelFile, vectorsPathOf } from './model-files.ts';
import { type EngineIds, keyOf, type Part } from './parts.ts';
import { readParts } from './read-bundle.ts';
import { rewriteIds } from './rewrite-ids.ts';

/** A part with the id the engine will know and the text it will get. */
export type ResolvedPart = Part & {
  hash: string;
  engineId: string;
  decisionEngineIds: Record<string, string>;
  readonly deployedContent: string;
};

/**
 * Pins a bundle as a lock file does: the hash of a part covers its text and all it uses, and becomes part of its id. So a running case keeps the form,
 * table and process it began with (Zeebe 8.5 by itself would take the latest), and an edit of a form changes every process above it.
 * Returns parts first, roots last, and every finding at once: Zeebe itself would accept dangling references. With findings, parts have no deployed text.
 */
const resolve = (parts: readonly Part[], earlierFindings: readonly string[]): { parts: ResolvedPart[]; findings: string[] } => {
  const findings = [...earlierFindings];
  const byKey = new Map<string, Part>();
  const add = (key: string, part: Part): void => {
    const other = byKey.get(key);
    if (other && other !== part) findings.push(`${part.file}: die id ${key.slice(key.indexOf(':') + 1)} gibt es schon in ${other.file}`);
    byKey.set(key, part);
  };
  for (const part of parts) {
    if (part.kind === 'dmn') for (const id of part.decisionIds) add(keyOf('dmn', id), part);
    else if (part.plainId) add(keyOf(part.kind, part.plainId), part);
  }
  const drgs = new Map<string, Part>();
  for (const part of parts.filter((each) => each.kind === 'dmn')) {
    const other = drgs.get(part.plainId);
    if (other) findings.push(`${part.file}: die id ${part.plainId} gibt es schon in ${other.file}`);
    drgs.set(part.plainId, part);
    for (const { name, decision } of part.vectors) {
      if (!part.decisionIds.includes(decision))
        findings.push(`${part.file}: das Beispiel „${name}“ nennt die unbekannte Entscheidung ${decision}`);
    }
  }

  const starts = new Map<string, Part>();
  for (const part of parts) {
    for (const message of part.startMessages) {
      const other = starts.get(message);
      if (other)
        findings.push(`${part.file}: startet durch die Nachricht „${message}“, durch die schon ${other.file} startet; es liefen beide`);
      starts.set(message, part);
    }
  }

  const resolved = new Map<Part, ResolvedPart>();
  const order: ResolvedPart[] = [];
  const path: Part[] = [];

  const engineIdOf =
    (kind: Part['kind']) =>
    (plainId: string): string => {
      const part = byKey.get(keyOf(kind, plainId));
      const target = part && resolved.get(part);
      if (!target) throw new Error(`unresolved ${kind} ${plainId}`);
      return kind === 'dmn' ? (target.decisionEngineIds[plainId] ?? '') : target.engineId;
    };
  const ids: EngineIds = { process: engineIdOf('bpmn'), decision: engineIdOf('dmn'), form: engineIdOf('form') };

  const visit = (part: Part): ResolvedPart | undefined => {
    const done = resolved.get(part);
    if (done) return done;
    if (path.includes(part)) {
      findings.push(
        `${[...path.slice(path.indexOf(part)), part].map((each) => each.plainId).join(' → ')}: die Modelle rufen sich im Kreis`,
      );
      return undefined;
    }
    path.push(part);
    const used: ResolvedPart[] = [];
    for (const { kind, id, elementId } of part.references) {
      const target = byKey.get(keyOf(kind, id));
      if (!target) findings.push(`${part.file}: ${elementId} verweist auf ${nouns[kind]} ${id}, das gibt es nicht`);
      else if (kind === 'bpmn' && target.keepsId)
        findings.push(`${part.file}: ${elementId} ruft ${id} auf, aber dieser Prozess startet durch eine Nachricht`);
      const child = target && visit(target);
      if (child && !used.includes(child)) used.push(child);
    }
    path.pop();
    const children = used.map((each) => `${keyOf(each.kind, each.plainId)}=${each.hash}`).sort();
    const hash = hashText([part.kind, part.content, ...children].join('\0')).slice(0, 8);
    const engineId = part.keepsId ? part.plainId : `${part.plainId}--${hash}`;
    const decisionEngineIds = Object.fromEntries(part.decisionIds.map((id) => [id, `${id}--${hash}`]));
    let text: string | undefined;
    const result: ResolvedPart = {
      ...part,
      hash,
      engineId,
      decisionEngineIds,
      // Made when it is asked for: whoever only wants the ids of a set does not wait for all its texts.
      get deployedContent() {
        text ??= findings.length > 0 ? '' : rewriteIds(result, ids);
        return text;
      },
    };
    resolved.set(part, result);
    order.push(result);
    return result;
  };
  for (const part of parts) visit(part);
  return { parts: order, findings };
};

/** Throws BundleRefused with every finding. */
export const resolveBundle = (parts: readonly Part[], earlierFindings: readonly string[] = []): ResolvedPart[] => {
  const { parts: resolved, findings } = resolve(parts, earlierFindings);
  if (findings.length > 0) throw new BundleRefused(findings);
  return resolved;
};

const findOrphans = (files: readonly ModelFile[]): string[] => {
  const paths = new Set(files.map(({ path }) => path));
  const tables = [...paths].filter((path) => path.endsWith('.dmn')).map(vectorsPathOf);
  return [...paths]
    .filter((path) => path.endsWith('.vectors.json') && !tables.includes(path))
    .map((path) => `${path}: die Beispiele gehören zu keiner Tabelle`);
};

/**
 * What a set of files would be as a release, with all its faults; never throws for one. A file that cannot be read at all has no part, and where
 * there are findings the ids are those the set would have if they were mended elsewhere.
 */
export const previewBundle = (files: readonly ModelFile[]): { parts: ResolvedPart[]; findings: string[] } => {
  const read = readParts(files);
  const { parts, findings } = resolve(read.parts, [...read.findings, ...findOrphans(files)]);
  return { parts: parts.filter(({ plainId }) => plainId !== ''), findings };
};

const nouns = { bpmn: 'das Modell', dmn: 'die Entscheidung', form: 'das Formular' } as const;
