import type { Language } from '../../i18n/language.tsx';
import { inPlace } from '../german/in-place.ts';

/** The play-through knows no translations: its few words are put right where they appear. */
const words: Record<string, string> = {
  'Token Simulation': 'Durchspielen',
  'Play/Pause Simulation': 'Anhalten oder weiter',
  'Play Simulation': 'Weiter',
  'Pause Simulation': 'Anhalten',
  'Reset Simulation': 'Von vorn',
  'Show Simulation Log': 'Verlauf zeigen',
  'Toggle Simulation Log': 'Verlauf zeigen',
  'Simulation Log': 'Verlauf',
  'No Entries': 'Noch nichts geschehen',
  'Set Animation Speed = Slow': 'Langsam',
  'Set Animation Speed = Normal': 'Normal',
  'Set Animation Speed = Fast': 'Schnell',
  'Trigger Event': 'Ereignis auslösen',
  'View Process Instance Scope': 'Nur diesen Durchlauf zeigen',
  'Toggle pause point': 'Hier anhalten',
  'Add pause point': 'Hier anhalten',
  'Remove pause point': 'Hier nicht mehr anhalten',
  'Set Sequence Flow': 'Weg wählen',
  Simulation: 'Durchspielen',
  'Process started': 'Ablauf begonnen',
  'Process finished': 'Ablauf beendet',
};

export const simulationWords = (container: HTMLElement, language: Language): (() => void) =>
  language === 'de'
    ? inPlace(
        container,
        words,
        '.bts-toggle-mode, .bts-palette, .bts-log, .bts-notifications, .bts-context-pad, .bts-set-animation-speed, .bts-scopes',
      )
    : () => undefined;
