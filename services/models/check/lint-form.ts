import { isVariableCode } from '../../engine/index.ts';
import { isComponent, knownDays, namesInBound, readBound, type Walked, walkComponents } from '../../forms/index.ts';
import { findUnknownNorms, unknownValueKeys } from '../../legal/index.ts';
import { findUnfairNames, unfairSentence } from './fairness.ts';
import type { Finding } from './finding.ts';
import { findPersonalNames, personalSentence } from './personal-data.ts';

type Component = {
  type?: unknown;
  id?: unknown;
  key?: unknown;
  path?: unknown;
  label?: unknown;
  dateLabel?: unknown;
  text?: unknown;
  values?: unknown;
  components?: unknown;
  validate?: { maxLength?: unknown; pattern?: unknown };
  conditional?: { hide?: unknown };
  subtype?: unknown;
  disallowPassedDates?: unknown;
  properties?: { engine?: unknown; form?: unknown; fruehestens?: unknown; spaetestens?: unknown };
};

/** What people may meet in a form. html, iframe and image would run or fetch what a modeller wrote; the engine stores anything. */
const allowedTypes = [
  'textfield',
  'textarea',
  'number',
  'datetime',
  'select',
  'radio',
  'checkbox',
  'checklist',
  'dynamiclist',
  'filepicker',
  'text',
  'group',
];
const withoutKey = ['text', 'group', 'dynamiclist'];
const withChoices = ['select', 'radio', 'checklist'];
/** Free text and papers are personal data: they stay in the case. The engine gets codes and dates. */
const neverForEngine = ['textfield', 'textarea', 'filepicker', 'dynamiclist'];

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const listed = (component: Component): unknown[] => (Array.isArray(component.components) ? component.components : []);

/** All a component says by itself: its texts, choices and conditions, without the components inside it. */
const wordsOf = ({ components: _inner, ...own }: Component): string[] => {
  const said = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(said) : [];
  };
  return said(own);
};

const lintComponent = (component: Component): Finding[] => {
  const { type, id, key, label, dateLabel, values, validate, conditional, properties } = component;
  const findings: Finding[] = [];
  const kind = text(type);
  const elementId = text(id) || text(key) || kind;
  const report = (rule: string, message: string, severity: Finding['severity'] = 'error'): void =>
    void findings.push({ severity, elementId, rule, message });

  if (!allowedTypes.includes(kind))
    report('form-component', `Das Element „${kind}“ ist nicht erlaubt. Möglich sind ${allowedTypes.join(', ')}.`);
  if (!text(id)) report('form-id', 'Dem Element fehlt die id.');
  if (!withoutKey.includes(kind) && !/^[a-z][A-Za-z0-9_]*$/.test(text(key)))
    report('form-key', `Der Schlüssel „${text(key)}“ taugt nicht als Feldname.`);
  if (kind === 'dynamiclist' && !text(component.path)) report('form-key', 'Der Liste fehlt ihr Feldname (path).');
  if (kind !== 'text' && !text(label) && !text(dateLabel)) report('form-label', 'Dem Feld fehlt die Beschriftung.');
  if (kind === 'text' && /<[a-z!/]|!\[|\bhttps?:|javascript:/i.test(text(component.text)))
    report('form-html', 'Texte enthalten weder HTML noch Bilder noch Verweise nach außen.');
  if (withChoices.includes(kind) && !(Array.isArray(values) && values.length > 0))
    report('form-values', 'Dem Feld fehlen die Auswahlmöglichkeiten.');
  if ((kind === 'textfield' || kind === 'textarea') && validate?.maxLength === undefined)
    report('form-max-length', 'Dem Textfeld fehlt die größte Länge (maxLength).');
  if (text(validate?.pattern) && !text(properties?.form))
    report(
      'form-pattern',
      'Das Feld verlangt eine Form (pattern), sagt aber nicht, welche. Die Eigenschaft „form“ nennt sie in Worten, mit Beispiel.',
    );
  if (properties?.engine !== undefined && neverForEngine.includes(kind)) {
    report(
      'form-engine',
      'Freitext und Dateien sind personenbezogen und dürfen nicht in die Engine. Nur Codes und Daten dürfen Prozessvariable werden.',
    );
  }
  if (properties?.engine !== undefined && Array.isArray(values)) {
    const words = values.map(({ value }: { value?: unknown }) => value).filter((value) => !isVariableCode(value));
    if (words.length > 0)
      report(
        'form-engine',
        `Was zur Auswahl steht, wird Prozessvariable und ist ein Code (ERTEILUNG, 18b), kein Text: ${words.join(', ')}.`,
      );
  }
  const personal = properties?.engine === undefined ? [] : findPersonalNames([text(key)]);
  if (personal.length > 0) report('personal-data', personalSentence(personal));
  for (const said of wordsOf(component)) {
    for (const fault of findUnknownNorms(said)) report('norm-known', fault);
    for (const name of unknownValueKeys(said))
      report('legal-value', `Den Rechtswert „${name}“ gibt es nicht (processes/rechtswerte.json).`);
  }
  // Conditions, and whatever else is computed: choices, defaults, limits.
  const computed = [text(conditional?.hide), ...wordsOf(component).filter((said) => said.trimStart().startsWith('='))];
  for (const expression of new Set(computed.map((each) => each.trim().replace(/^=/, '')))) {
    const unfair = findUnfairNames(expression);
    if (unfair.length > 0) report('fair-conditions', unfairSentence(unfair));
  }
  return findings;
};

/** Keys are unique where they end up together: a group is only a frame, a list holds records of its own. */
const lintKeys = (walked: readonly Walked<Component>[]): Finding[] => {
  const seen = new Map<Component | undefined, Set<string>>();
  return walked.flatMap(({ component, around }) => {
    const key = text(component.type) === 'dynamiclist' ? text(component.path) : text(component.key);
    const list = around.findLast(({ type }) => text(type) === 'dynamiclist');
    const keys = seen.get(list) ?? new Set();
    const twice = key !== '' && keys.has(key);
    seen.set(list, keys.add(key));
    const message = `Den Schlüssel „${key}“ gibt es zweimal.`;
    return twice ? [{ severity: 'error' as const, elementId: text(component.id) || key, rule: 'form-key', message }] : [];
  });
};

/** Every date says between which days it can lie, because a slip of the keys goes out in a letter. `offen` is a bound thought about, too. */
const lintDays = (elements: readonly Component[]): Finding[] => {
  const days = elements.filter(({ type, subtype }) => text(type) === 'datetime' && text(subtype) !== 'time');
  const known = new Set([...Object.keys(knownDays), ...days.map(({ key }) => text(key))]);
  return days.flatMap((component) => {
    const report = (message: string): Finding => ({
      severity: 'error',
      elementId: text(component.id) || text(component.key),
      rule: 'form-day-bounds',
      message,
    });
    const bounds = (['fruehestens', 'spaetestens'] as const).flatMap((end) => {
      const bound = text(component.properties?.[end]);
      if (!bound) return [report(`Dem Datum fehlt die Eigenschaft „${end}“: ein Tag wie „heute + 4 Jahre“, oder „offen“.`)];
      if (!readBound(bound))
        return [
          report(`„${bound}“ ist keine Grenze. Möglich sind zum Beispiel „heute“, „heute - 2 Wochen“, „passGueltigBis“ oder „offen“.`),
        ];
      const strange = namesInBound(bound).filter((name) => !known.has(name));
      return strange.map((name) => report(`Die Grenze nennt „${name}“; ein Datum mit diesem Schlüssel gibt es im Formular nicht.`));
    });
    const second = component.disallowPassedDates === undefined ? [] : [report('Statt „disallowPassedDates“ steht „fruehestens“: „heute“.')];
    return [...bounds, ...second];
  });
};

/** All findings about a form in form-js JSON. */
export const lintForm = (json: string): Finding[] => {
  let form: Component;
  try {
    form = JSON.parse(json) as Component;
  } catch (error) {
    return [
      { severity: 'error', elementId: '', rule: 'form', message: `Das Formular ist kein lesbares JSON (${(error as Error).message}).` },
    ];
  }
  if (form === null || typeof form !== 'object' || !Array.isArray(form.components)) {
    return [{ severity: 'error', elementId: '', rule: 'form', message: 'Das ist kein Formular: components fehlt.' }];
  }
  const walked = walkComponents<Component>(form.components);
  const elements = walked.map(({ component }) => component);
  const strange: Finding[] = [form, ...elements]
    .filter((each) => listed(each).some((inner) => !isComponent(inner)))
    .map((each) => ({
      severity: 'error',
      elementId: text(each.id),
      rule: 'form',
      message: 'Unter components steht etwas, das kein Element ist.',
    }));
  return [...strange, ...elements.flatMap(lintComponent), ...lintKeys(walked), ...lintDays(elements)];
};
