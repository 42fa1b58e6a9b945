import { inPlace } from '../german/in-place.ts';

const words: Record<string, string> = {
  'Token Simulation': 'Durchspielen',
  'Play/Pause Simulation': 'Anhalten oder weiter',
  'Play Simulation': 'Weiter',
  'Pause Simulation': 'Angehalten',
  'Reset Simulation': 'Von vorn',
  'Toggle Simulation Log': 'Verlauf zeigen',
  'Simulation Log': 'Verlauf',
  'No Entries': 'Noch nichts geschehen',
  'Trigger Event': 'Auslösen',
  'Add pause point': 'Hier anhalten',
  'Remove pause point': 'Hier nicht mehr anhalten',
  'Set Sequence Flow': 'Weg wählen',
  'Set animation speed = Slow': 'Langsam',
  'Set animation speed = Normal': 'Normal',
  'Set animation speed = Fast': 'Schnell',
  'Found unsupported elements': 'Manches lässt sich nicht durchspielen',
  'Not supported': 'Lässt sich nicht durchspielen',
  Close: 'Schließen',
  Finished: 'Zu Ende',
  Process: 'Ablauf',
  'Start Event': 'Start',
  'End Event': 'Ende',
  'Intermediate Event': 'Ereignis',
  'Boundary Event': 'Ereignis am Rand',
  'User Task': 'Aufgabe',
  'Service Task': 'Dienst',
  'Business Rule Task': 'Entscheidung',
  'Script Task': 'Berechnung',
  'Call Activity': 'Baustein',
  'Exclusive Gateway': 'Verzweigung',
  'Parallel Gateway': 'Gleichzeitig',
  'Inclusive Gateway': 'Verzweigung',
  Task: 'Aufgabe',
  SubProcess: 'Teilprozess',
};

const find = (text: string): string | undefined => {
  const done = /^(.*) (started|finished|canceled|terminated)$/.exec(text);
  if (done?.[1] !== undefined && done[2]) {
    const state: Record<string, string> = { started: 'begonnen', finished: 'beendet', canceled: 'abgebrochen', terminated: 'abgebrochen' };
    return `${words[done[1]] ?? done[1]} ${state[done[2]]}`;
  }
  return /^Focus process instance/.test(text) ? 'Diesen Durchlauf zeigen' : words[text];
};

const where = [
  'toggle-mode',
  'palette',
  'log',
  'notifications',
  'context-pad',
  'set-animation-speed',
  'scopes',
  'element-notification',
  'entry',
];

/** The play-through knows no translations: its few words are put right where they appear. Returns how to stop. */
export const simulationInGerman = (container: HTMLElement): (() => void) =>
  inPlace(container, find, where.map((name) => `.bts-${name}`).join(', '));
