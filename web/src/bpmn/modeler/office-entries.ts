import { isSelectEntryEdited, isTextFieldEntryEdited, SelectEntry, TextFieldEntry } from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import { useService } from 'bpmn-js-properties-panel';
import type { Catalogue, Choice } from './catalogue.ts';
import { changeElement, findExtension, readProperty } from './change-element.ts';
import { messageHolder, messageNamed, rootOf } from './message-of.ts';
import type { Element, Injector, Moddle } from './types.ts';

/** The panel hands everything an entry holds to its component. */
export type Entry = { id: string; component: unknown; isEdited?: unknown; element: Element } & Record<string, unknown>;
type Around = {
  element: Element;
  injector: Injector;
  catalogue: Catalogue;
  newForm: ((task: { id: string; name: string }) => void) | undefined;
  t: (text: string) => string;
};

/** What stands in the model is offered even if the office's lists do not know it: nothing is lost by looking at it. */
const withCurrent = (choices: readonly Choice[], current: string, none: string): Choice[] => [
  { value: '', label: none },
  ...choices,
  ...(current && !choices.some(({ value }) => value === current) ? [{ value: current, label: current }] : []),
];

type Pick = {
  id: string;
  label: string;
  choices: readonly Choice[];
  get: () => string;
  set: (value: string) => void;
  description?: unknown;
};

/**
 * Components stand here by name and not inside the entries: entries are made anew at every change, and a component made with them would be taken for another
 * one, whose field loses the focus and what was typed last.
 */
const PickField = ({ id, element, label, get, set, options, description }: PickProps) =>
  h(SelectEntry, { id, element, label, description, getValue: get, setValue: set, getOptions: options });

type PickProps = Pick & { element: Element; options: () => Choice[] };

const picked = ({ element, t }: Around, pick: Pick): Entry => ({
  ...pick,
  element,
  label: t(pick.label),
  options: () => withCurrent(pick.choices, pick.get(), t('<none>')),
  isEdited: isSelectEntryEdited,
  component: PickField,
});

type Property = { id: string; element: Element; name: string; label: string; description: string };

const PropertyField = ({ id, element, name, label, description }: Property) => {
  const injector = useService<Injector>('injector');
  return h(TextFieldEntry, {
    id,
    element,
    label,
    description,
    debounce: useService('debounceInput'),
    getValue: () => readProperty(element, name),
    setValue: (value: string | undefined) => {
      const change = changeElement(element, injector);
      change.property(name, (value ?? '').trim());
      change.commit();
    },
  });
};

const typed = ({ element, t }: Around, name: string, label: string, description: string): Entry => ({
  id: `amt-${name}`,
  element,
  name,
  label: t(label),
  description: t(description),
  isEdited: isTextFieldEntryEdited,
  component: PropertyField,
});

/** One of the model's own properties, chosen from a list. */
const ofProperty = (around: Around, name: string, label: string, choices: readonly Choice[], description?: string): Entry =>
  picked(around, {
    id: `amt-${name}`,
    label,
    choices,
    ...(description ? { description: around.t(description) } : {}),
    get: () => readProperty(around.element, name),
    set: (value) => set(around, (change) => change.property(name, value)),
  });

/** Groups are a FEEL list; one name or the variable of the case is what most tasks have. */
const groupsOf = (element: Element): string =>
  findExtension(element, 'zeebe:AssignmentDefinition')?.get<string | undefined>('candidateGroups') ?? '';

const set = (around: Around, act: (change: ReturnType<typeof changeElement>) => void): void => {
  const change = changeElement(around.element, around.injector);
  act(change);
  change.commit();
};

const NewFormButton = ({ label, act }: { label: string; act: () => void }) =>
  h('div', { class: 'bio-properties-panel-entry' }, h('button', { type: 'button', class: 'link-button', onClick: act }, label));

const newFormButton = ({ element, newForm, t }: Around): Entry => ({
  id: 'amt-new-form',
  element,
  label: t('Neues Formular'),
  act: () => newForm?.({ id: element.id, name: element.businessObject.name ?? '' }),
  component: NewFormButton,
});

const ArticleList = ({ label, articles }: { label: string; articles: Catalogue['articles'] }) =>
  h(
    'div',
    { class: 'bio-properties-panel-entry lotse-articles' },
    h('span', { class: 'bio-properties-panel-label' }, label),
    ...articles.map((each) => h('a', { href: each.href, key: each.href }, each.label)),
  );

/** What people read beside this step; written in „Wissen“, not here. */
const articlesHere = ({ element, catalogue, injector, t }: Around): Entry[] => {
  const process =
    rootOf(injector)
      .get<Moddle[]>('rootElements')
      .find(({ $type }) => $type === 'bpmn:Process')?.id ?? '';
  const articles = catalogue.articles.filter(({ step }) => step === `${process}/${element.id}`);
  if (articles.length === 0) return [];
  return [{ id: 'amt-articles', element, label: t('Wissen an diesem Schritt'), articles, component: ArticleList }];
};

const forUserTask = (around: Around): Entry[] => {
  const { element, catalogue, t } = around;
  const formOf = (): string => findExtension(element, 'zeebe:FormDefinition')?.get<string | undefined>('formId') ?? '';
  const roles = [
    { value: '=[rolle]', label: t('Wer den Vorgang hat') },
    ...catalogue.roles.map(({ value, label }) => ({ value: `=["${value}"]`, label })),
  ];
  return [
    picked(around, {
      id: 'amt-groups',
      label: 'Erledigt von',
      choices: roles,
      get: () => groupsOf(element),
      set: (value) => set(around, (change) => change.extension('zeebe:AssignmentDefinition', { candidateGroups: value || undefined })),
    }),
    picked(around, {
      id: 'amt-form',
      label: 'Formular',
      choices: catalogue.forms,
      get: formOf,
      set: (value) => set(around, (change) => change.extension('zeebe:FormDefinition', { formId: value || undefined })),
    }),
    newFormButton(around),
    ofProperty(around, 'skill', 'Fachkenntnis', catalogue.skills),
    typed(around, 'norm', 'Norm', 'Worauf der Schritt beruht, z. B. § 60a AufenthG'),
    typed(around, 'rechtsstand', 'Rechtsstand', 'Tag, an dem die Norm geprüft wurde: JJJJ-MM-TT'),
    ofProperty(
      around,
      'aufgabe',
      'Aufgabe des Schritts',
      catalogue.purposes,
      'Woran das Programm den Schritt erkennt; die meisten Schritte brauchen keine',
    ),
    ofProperty(
      around,
      'verfasst',
      'Verfasst den Entwurf',
      [{ value: 'ja', label: t('Ja, hier wird entschieden') }],
      'Wer den Schritt erledigt, darf den Bescheid nicht zeichnen',
    ),
    typed(
      around,
      'vierAugen',
      'Vier Augen',
      'ja: nicht, wer entschieden hat. Oder Kennungen der Aufgaben, deren Bearbeiter diese nicht machen dürfen',
    ),
    ...articlesHere(around),
  ];
};

const forServiceTask = (around: Around): Entry[] => [
  picked(around, {
    id: 'amt-service',
    label: 'Dienst',
    choices: around.catalogue.jobTypes,
    get: () => findExtension(around.element, 'zeebe:TaskDefinition')?.get<string | undefined>('type') ?? '',
    set: (value) =>
      set(around, (change) => {
        change.extension('zeebe:TaskDefinition', { type: value });
        change.inputs(around.catalogue.jobTypes.find((each) => each.value === value)?.inputs ?? []);
      }),
  }),
];

const forCall = (around: Around): Entry[] => [
  picked(around, {
    id: 'amt-process',
    label: 'Gerufener Baustein',
    choices: around.catalogue.processes,
    get: () => findExtension(around.element, 'zeebe:CalledElement')?.get<string | undefined>('processId') ?? '',
    set: (value) =>
      set(around, (change) => change.extension('zeebe:CalledElement', { processId: value, propagateAllChildVariables: false })),
  }),
];

const forDecision = (around: Around): Entry[] => [
  picked(around, {
    id: 'amt-decision',
    label: 'Entscheidung',
    choices: around.catalogue.decisions,
    get: () => findExtension(around.element, 'zeebe:CalledDecision')?.get<string | undefined>('decisionId') ?? '',
    set: (value) =>
      set(around, (change) => {
        const before = findExtension(around.element, 'zeebe:CalledDecision')?.get<string | undefined>('resultVariable');
        const name = value.replaceAll(/-+(.)/g, (_, letter: string) => letter.toUpperCase());
        change.extension('zeebe:CalledDecision', { decisionId: value, resultVariable: before || `${name}Ergebnis` });
      }),
  }),
];

const forMessage = (around: Around, holder: Moddle): Entry[] => [
  picked(around, {
    id: 'amt-message',
    label: 'Nachricht',
    choices: around.catalogue.messages,
    get: () => holder.get<Moddle | undefined>('messageRef')?.name ?? '',
    set: (value) =>
      set(around, (change) => {
        if (!value) return change.of(holder, { messageRef: undefined });
        const { message, roots, isNew } = messageNamed(value, around.element, around.injector);
        if (isNew) change.of(rootOf(around.injector), { rootElements: roots });
        change.of(holder, { messageRef: message });
      }),
  }),
];

const forProcess = (around: Around): Entry[] => [
  typed(around, 'norm', 'Norm', 'Worauf der Ablauf beruht, z. B. § 60a AufenthG'),
  typed(around, 'rechtsstand', 'Rechtsstand', 'Tag, an dem die Norm geprüft wurde: JJJJ-MM-TT'),
  typed(around, 'hinweis', 'Hinweis', 'Steht als Banner über jedem Vorgang dieses Ablaufs'),
];

/** What the office asks of an element beyond the engine: chosen from its own lists. Empty where it asks nothing. */
export const officeEntries = (around: Around): Entry[] => {
  const { element } = around;
  if (element.type === 'bpmn:UserTask') return forUserTask(around);
  if (element.type === 'bpmn:ServiceTask') return forServiceTask(around);
  if (element.type === 'bpmn:CallActivity') return forCall(around);
  if (element.type === 'bpmn:BusinessRuleTask') return forDecision(around);
  if (element.type === 'bpmn:Process') return forProcess(around);
  const holder = element.businessObject && messageHolder(element);
  return holder ? forMessage(around, holder) : [];
};
