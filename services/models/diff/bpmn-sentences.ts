import { nameGroup, roleOfSection } from '../../office/index.ts';
import { lookUp } from '../look-up.ts';
import type { Aspect } from './bpmn-aspects.ts';
import { kindWord, nounOf, titleById } from './bpmn-names.ts';
import type { BpmnIndex } from './bpmn-owners.ts';
import type { Words } from './difference.ts';
import { quoted, sayCode, sayDay, sayFeel, sayTextChange, single } from './quote.ts';

export type Change = {
  aspect: Aspect;
  type: string;
  /** „Die Aufgabe ‚Unterlagen prüfen‘“ as it was and as it is, and „Aufgabe ‚…‘“. */
  was: string;
  subject: string;
  place: string;
  before: string | null;
  after: string | null;
  old: BpmnIndex;
  now: BpmnIndex;
  words: Words;
};

/** Who is meant by candidate groups, in words as far as they are of the usual kinds. */
const sayGroups = (expression: string): string => {
  const list = /^=?\s*\[([^[\]]*)\]\s*$/.exec(expression)?.[1];
  const parts = list?.split(',').map((each) => each.trim());
  const said = parts?.map((each) => {
    if (each === 'rolle') return 'die zuständige Rolle';
    const code = /^"([^"]+)"$/.exec(each)?.[1];
    if (code) return nameGroup(code);
    const role = roleOfSection(each);
    return role && `die ${role.de} des Sachgebiets`;
  });
  return said?.every((each) => each !== undefined) ? said.join(' und ') : sayFeel(expression);
};

const fromTo = (place: string, noun: string, before: string | null, after: string | null): string => {
  if (before === null) return `${place}, ${noun}: neu ist ${after}.`;
  if (after === null) return `${place}, ${noun}: ${before} entfällt.`;
  return `${place}, ${noun}: bisher ${before}, jetzt ${after}.`;
};

const events: Record<string, string> = {
  messageEventDefinition: 'eine Nachricht',
  timerEventDefinition: 'eine Uhr',
  errorEventDefinition: 'ein Fehler',
  signalEventDefinition: 'ein Signal',
  escalationEventDefinition: 'eine Hochstufung',
  terminateEventDefinition: 'der Abbruch von allem',
  linkEventDefinition: 'ein Sprung',
  compensateEventDefinition: 'eine Rückabwicklung',
  conditionalEventDefinition: 'eine Bedingung',
};
const sayEvent = (event: string | null): string => (event === null ? 'ohne Auslöser' : (lookUp(events, event) ?? quoted(event)));

const yes = (value: string | null, usual: boolean): boolean => (value === null ? usual : value === 'true');

type Say = (change: Change) => string;
/** „… hört jetzt auf die Nachricht ‚B‘, bisher ‚A‘.“ */
const reference =
  (verb: string, what: string): Say =>
  ({ subject, before, after, old, now }) => {
    if (before === null) return `${subject} ${verb} jetzt ${what} ${single(titleById(now, after))}.`;
    if (after === null) return `${subject} ${verb} nicht mehr ${what} ${single(titleById(old, before))}.`;
    return `${subject} ${verb} jetzt ${what} ${single(titleById(now, after))}, bisher ${what} ${single(titleById(old, before))}.`;
  };

/** „… führt jetzt den Auftrag B aus, bisher A.“ */
const coded =
  (verb: string, what: string, particle = ''): Say =>
  ({ subject, before, after, words }) => {
    const say = (value: string | null): string => (value?.startsWith('=') ? sayFeel(value, words) : sayCode(value ?? '', words));
    if (before === null) return `${subject} ${verb} jetzt ${what} ${say(after)}${particle}.`;
    if (after === null) return `${subject} ${verb} ${what} ${say(before)} nicht mehr${particle}.`;
    return `${subject} ${verb} jetzt ${what} ${say(after)}${particle}, bisher ${say(before)}.`;
  };

const sayTimer: Say = ({ aspect, place, before, after, words }) => {
  const verb =
    aspect.noun === 'Uhr läuft bis' ? 'läuft jetzt bis' : aspect.noun === 'Dauer der Uhr' ? 'dauert jetzt' : 'hat jetzt den Takt';
  if (before === null) return `Die Uhr bei „${place}“ ${verb} ${sayFeel(after ?? '', words)}.`;
  if (after === null) return `Bei „${place}“ entfällt die Angabe der Uhr ${sayFeel(before, words)}.`;
  return `Die Uhr bei „${place}“ ${verb} ${sayFeel(after, words)}, bisher ${sayFeel(before, words)}.`;
};

const sentences: Record<string, Say> = {
  name: ({ was, subject, before, after }) =>
    before === null
      ? `${was} bekommt den Namen ${quoted(after ?? '')}.`
      : after === null
        ? `${subject} hat keinen Namen mehr (bisher ${quoted(before)}).`
        : `${was} heißt jetzt ${quoted(after)}.`,
  documentation: ({ place, type, before, after }) =>
    sayTextChange(`${type === 'userTask' ? 'In der Anleitung' : 'In der Beschreibung'} bei „${place}“`, before, after),
  annotation: ({ before, after }) => sayTextChange('In einer Notiz', before, after),
  'property:hinweis': ({ place, before, after }) => sayTextChange(`Im Hinweis bei „${place}“`, before, after),
  type: ({ was, before, after }) =>
    `${was} ist jetzt von der Art ${single(kindWord(after ?? ''))}, bisher ${single(kindWord(before ?? ''))}.`,
  event: ({ place, before, after }) =>
    after === null
      ? `${place} hat keinen Auslöser mehr; bisher war es ${sayEvent(before)}.`
      : before === null
        ? `${place} wird jetzt ausgelöst: Auslöser ist ${sayEvent(after)}.`
        : `${place}: Der Auslöser ist jetzt ${sayEvent(after)}, bisher war es ${sayEvent(before)}.`,
  container: ({ subject, after, now }) => `${subject} liegt jetzt in ${after === '' ? 'der Datei selbst' : single(titleById(now, after))}.`,
  order: ({ place }) => `${place}: Die Wege werden in anderer Reihenfolge geprüft; der erste, der passt, gilt.`,
  source: ({ was, after, now }) => `${was} beginnt jetzt bei ${single(titleById(now, after))}.`,
  target: ({ was, after, now }) => `${was} führt jetzt zu ${single(titleById(now, after))}.`,
  default: ({ place, before, after, old, now }) => {
    const way = (index: BpmnIndex, id: string | null): string => {
      const flow = index.owners.get(id ?? '')?.element.attributes;
      return flow?.name ? single(flow.name) : `der Weg nach ${single(titleById(index, flow?.targetRef ?? id))}`;
    };
    if (after === null) return `${place}: Es gibt keinen Weg mehr für alle übrigen Fälle (bisher ${way(old, before)}).`;
    return `${place}: Für alle übrigen Fälle gilt jetzt ${way(now, after)}${before === null ? '' : `, bisher ${way(old, before)}`}.`;
  },
  attachedTo: reference('hängt', 'an'),
  interrupting: ({ subject, after }) =>
    yes(after, true)
      ? `${subject} bricht den Schritt jetzt ab.`
      : `${subject} lässt den Schritt jetzt weiterlaufen, statt ihn abzubrechen.`,
  executable: ({ subject, after }) =>
    yes(after, false) ? `${subject} läuft jetzt.` : `${subject} läuft nicht mehr: Er ist nur noch Zeichnung.`,
  condition: ({ subject, before, after, words }) =>
    before === null
      ? `${subject} hat jetzt eine Bedingung: ${sayFeel(after ?? '', words)}.`
      : after === null
        ? `${subject} hat keine Bedingung mehr (bisher ${sayFeel(before, words)}).`
        : `${subject} gilt jetzt, wenn ${sayFeel(after, words)}; bisher, wenn ${sayFeel(before, words)}.`,
  message: ({ aspect, was, subject, before, after, old, now, ...rest }) =>
    aspect.noun === 'Name'
      ? `${was} heißt für die Engine jetzt ${quoted(after ?? '')}.`
      : reference('hört', 'auf die Nachricht')({ aspect, was, subject, before, after, old, now, ...rest }),
  error: reference('betrifft', 'den Fehler'),
  signal: reference('betrifft', 'das Signal'),
  groups: ({ subject, before, after }) =>
    after === null
      ? `${subject} geht an keine Gruppe mehr (bisher an ${sayGroups(before ?? '')}).`
      : `${subject} geht jetzt an ${sayGroups(after)}${before === null ? '' : `, bisher an ${sayGroups(before)}`}.`,
  timer: sayTimer,
  form: coded('benutzt', 'das Formular'),
  jobType: coded('führt', 'den Auftrag', ' aus'),
  calledDecision: coded('benutzt', 'die Tabelle'),
  calledProcess: coded('ruft', 'den Prozess', ' auf'),
  'property:rechtsstand': ({ place, before, after }) =>
    fromTo(place, 'Rechtsstand', before === null ? null : sayDay(before), after === null ? null : sayDay(after)),
  'property:vierAugen': ({ subject, before, after, old, now }) => {
    const who = (index: BpmnIndex, value: string): string => {
      if (value === 'ja') return 'wer entschieden hat';
      const steps = value.split(',').map((id) => single(titleById(index, id.trim())));
      return `wer ${steps.join(' und ')} getan hat`;
    };
    if (before === null) return `${subject} darf jetzt nicht tun, ${who(now, after ?? '')}.`;
    if (after === null) return `${subject} darf jetzt auch tun, ${who(old, before)}.`;
    return `${subject} darf jetzt nicht tun, ${who(now, after)}; bisher, ${who(old, before)}.`;
  },
  'property:verfasst': ({ place, after }) =>
    after === 'ja'
      ? `${place}: Wer sie erledigt, hat jetzt entschieden und darf den Entwurf nicht zeichnen.`
      : `${place}: Wer sie erledigt, gilt nicht mehr als Verfasser und darf den Entwurf zeichnen.`,
  innerId: ({ place }) => `${place}: Eine innere Kennung ist anders; für Menschen ändert sich nichts.`,
};

const isFigure = (value: string): boolean => /^-?\d+(?:\.\d+)?$/.test(value);
const yesNo: Record<string, string> = { true: 'ja', false: 'nein' };

/** One sentence about one change of an element. */
export const sayChange = (change: Change): string => {
  const { aspect, place, before, after, words } = change;
  const own = lookUp(sentences, aspect.aspect);
  if (own) return own(change);
  const say = (value: string | null): string | null => {
    if (value === null) return null;
    if (aspect.expression || isFigure(value)) return sayFeel(value, words);
    if (value === '') return 'leer';
    return lookUp(yesNo, value) ?? (lookUp(words, value) ? sayCode(value, words) : quoted(value));
  };
  return fromTo(place, aspect.noun, say(before), say(after));
};

export const sayAdded = (subject: string, type: string): string => `${subject} ${nounOf(type)[2] === 'Bahnen' ? 'kommen' : 'kommt'} hinzu.`;
export const sayRemoved = (subject: string): string => `${subject} entfällt.`;
