import type { Releases } from '../engine/releases/index.ts';
import { getRowWith } from '../office/index.ts';
import type { ProcessElement, ProcessModel } from '../reading/index.ts';
import type { ProcessInWords, Step } from './answers.ts';
import { findFields, findProcess, findTables } from './read-released.ts';
import { listRoutingTargets } from './routing-targets.ts';

/** As models name the legal specialists of whatever section a case has: `"rsb-" + lower case(sachgebiet)`. */
const SPECIALISTS = `"${getRowWith('rollen', 'recht').code}-" +`;

/** Who does a user task: the role the case was assigned to, the legal specialists of its section, or groups the model names. */
const performersOf = (groups: string): Step['performers'] => {
  if (groups === '') return null;
  if (/^=\s*\[\s*rolle\s*\]$/.test(groups)) return { kind: 'assigned', groups: [] };
  if (groups.includes(SPECIALISTS)) return { kind: 'legal', groups: [] };
  return { kind: 'named', groups: [...groups.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '') };
};

const viewForm = async (releases: Releases, formId: string | null) => {
  const form = formId ? await findFields(releases, formId) : undefined;
  return form && formId ? { id: formId, fields: form.read } : null;
};

const viewDecision = async (releases: Releases, id: string | null) => {
  if (!id) return null;
  const table = (await findTables(releases, id))?.read.find((each) => each.id === id);
  return { id, name: table?.name ?? id };
};

/** The step whose author must not do this one may stand in the process that calls this one. */
const nameOfStep = async (releases: Releases, model: ProcessModel, elementId: string): Promise<string> => {
  const own = model.elements.find((each) => each.id === elementId);
  if (own) return own.name;
  for (const { plainId } of await releases.list({ kind: 'bpmn', currentOnly: true })) {
    const found = (await findProcess(releases, plainId))?.read.elements.find((each) => each.id === elementId);
    if (found) return found.name;
  }
  return elementId;
};

/** All live steps that decide. Whoever did one of them in a case is left out of its second checks (`vierAugen = ja`). */
const decidingSteps = async (releases: Releases): Promise<string[]> => {
  const live = await releases.list({ kind: 'bpmn', currentOnly: true });
  const models = await Promise.all(live.map(({ plainId }) => findProcess(releases, plainId)));
  return models.flatMap((found) => found?.read.elements.filter((each) => each.properties.verfasst === 'ja').map(({ id }) => id) ?? []);
};

/** A step may leave out the authors of several: all are named. */
const viewFourEyes = async (releases: Releases, model: ProcessModel, vierAugen: string) => {
  const elementIds = vierAugen === 'ja' ? await decidingSteps(releases) : vierAugen.split(',').map((step) => step.trim());
  const names = await Promise.all(elementIds.map((elementId) => nameOfStep(releases, model, elementId)));
  return { elementId: elementIds[0] ?? '', name: [...new Set(names)].join(', ') };
};

const viewElement = async (releases: Releases, model: ProcessModel, element: ProcessElement): Promise<Step> => {
  const { norm = null, rechtsstand = null, skill = null, vierAugen } = element.properties;
  const called = element.calledProcess ? await findProcess(releases, element.calledProcess) : undefined;
  return {
    elementId: element.id,
    type: element.type,
    event: element.event,
    name: element.name,
    documentation: element.documentation,
    parent: element.parent,
    performers: performersOf(element.candidateGroups),
    skill,
    norm,
    lawAsOf: rechtsstand,
    fourEyes: vierAugen ? await viewFourEyes(releases, model, vierAugen) : null,
    form: await viewForm(releases, element.formId),
    process: element.calledProcess ? { id: element.calledProcess, name: called?.read.name ?? element.calledProcess } : null,
    decision: await viewDecision(releases, element.calledDecision),
  };
};

/** One release of a process and each of its steps in words; forms, decisions and called processes as they are now. Undefined where there is none. */
export const viewElements = async (releases: Releases, id: string, version?: number): Promise<ProcessInWords | undefined> => {
  const found = await findProcess(releases, id, version);
  if (!found) return undefined;
  const { read: model } = found;
  const targets = (await listRoutingTargets(releases)).filter((target) => target.process === id);
  return {
    id: model.id,
    name: model.name,
    version: found.version,
    current: found.current,
    documentation: model.documentation,
    norm: model.properties.norm ?? null,
    lawAsOf: model.properties.rechtsstand ?? null,
    notice: model.properties.hinweis ?? null,
    kind: model.properties.art ?? null,
    sections: [...new Set(targets.map((target) => target.section))],
    elements: await Promise.all(model.elements.map((element) => viewElement(releases, model, element))),
  };
};
