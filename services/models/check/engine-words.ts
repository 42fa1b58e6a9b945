import { TOO_LATE } from '../../engine/index.ts';

/** Where the engine's parser stopped, from „…: Expected (…):1:6, found "Tage"“. */
const stop = /:(\d+):(\d+), found "(.*)"$/s;

const placeIn = (text: string, line: number, column: number): number =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, 0) + column;

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);

/** What keeps the engine from reading an expression, and from which sign on. */
export const sayFeelFault = (text: string, failure: string): string => {
  if (failure === TOO_LATE) return 'Die Engine braucht zu lange, um den Ausdruck zu lesen.';
  if ((text.replaceAll(/\\./g, '').match(/"/g) ?? []).length % 2 === 1) return 'Einem Text fehlt das schließende Anführungszeichen.';
  const [, line, column] = stop.exec(failure) ?? [];
  if (line === undefined || column === undefined) return 'Diesen Ausdruck versteht die Engine nicht.';
  const at = placeIn(text, Number(line), Number(column));
  const rest = text.slice(at - 1).trim();
  if (rest === '') return 'Der Ausdruck hört mitten im Satz auf.';
  return `Ab Zeichen ${at} („${shorten(rest)}“) versteht die Engine den Ausdruck nicht.`;
};

const kinds: [found: RegExp, says: (...parts: string[]) => string][] = [
  [
    /Expected expression but found static value '(.*)'\. An expression/s,
    (value) => `„${value}“ ist kein Ausdruck; ein Ausdruck beginnt mit „=“.`,
  ],
  [/Expected static value but found expression/, () => 'Hier muss ein fester Wert stehen, kein Ausdruck.'],
  [/Expected path expression '(.*?)' but/, (value) => `„${value}“ ist kein Name einer Variable.`],
  [/failed to parse expression/, () => 'Diesen Ausdruck versteht die Engine nicht.'],
  [/[Aa]ttribute '(\w+)' must be present/, (name) => `Die Angabe „${name}“ fehlt.`],
  [/[Mm]ust have (?:exactly )?one (.*)$/m, () => 'Eine Angabe fehlt hier oder steht zweimal da.'],
  [/[Mm]ust reference/, () => 'Hier fehlt, worauf sich dieses Element bezieht.'],
  [/[Cc]annot (?:have|be)|not supported|Must not|must not|not allowed/, () => 'Das ist an dieser Stelle nicht erlaubt.'],
  [/contains an infinite loop|[Ss]traight-through/, () => 'Diese Schritte laufen im Kreis, ohne je zu warten.'],
];

const sayKind = (failure: string): string => {
  for (const [found, says] of kinds) {
    const match = found.exec(failure);
    if (match) return says(...match.slice(1));
  }
  return 'So nimmt die Engine dieses Element nicht an.';
};

export type EngineFault = { elementId: string; message: string };

const inSchema = (failure: string): EngineFault | undefined => {
  const [, line] = /Line=(\d+)/.exec(failure) ?? [];
  if (line === undefined) return undefined;
  const [, name] = /(?:starting with|of) element '\{?(?:"[^"]*":)?([\w:.-]+)/.exec(failure) ?? [];
  const what = name ? `: „${name}“ steht an einer Stelle, an der es nicht stehen darf, oder ist unvollständig` : '';
  return { elementId: '', message: `Die Datei hält sich in Zeile ${line} nicht an den BPMN-Standard${what}.` };
};

/** What a deployment of a process would be refused with, by element and in German. */
export const sayProcessFaults = (failure: string): EngineFault[] => {
  if (failure === '') return [];
  if (failure === TOO_LATE) return [{ elementId: '', message: 'Die Engine braucht zu lange, um das Modell zu prüfen.' }];
  const blocks = failure.split(/^- Element: /m).slice(1);
  if (blocks.length > 0) {
    return blocks.flatMap((block) => {
      const [head = '', ...said] = block.split(/\n\s+- ERROR: /);
      const [element = ''] = head.trim().split(' > ');
      return said.map((each) => ({ elementId: element, message: sayKind(each.trim()) }));
    });
  }
  const loop = /contains an infinite loop|[Ss]traight-through processing loop|loop: (.*)/.test(failure);
  if (loop) {
    const [first = ''] = /[\w-]+(?= -> )/.exec(failure) ?? [];
    return [{ elementId: first, message: 'Diese Schritte laufen im Kreis, ohne je zu warten.' }];
  }
  return [inSchema(failure) ?? { elementId: '', message: 'Die Engine kann das Modell nicht lesen.' }];
};

/** The same for a table as a whole; its cells have been read one by one before. */
export const sayTableFault = (failure: string): string => {
  if (failure === TOO_LATE) return 'Die Engine braucht zu lange, um die Tabelle zu lesen.';
  if (/FEEL|failed to parse expression/.test(failure)) return 'Die Engine versteht einen Ausdruck der Tabelle nicht.';
  if (/Unable to parse model|not a valid|SAXException|cvc-/.test(failure)) return 'Die Datei hält sich nicht an den DMN-Standard.';
  return 'So nimmt die Engine die Tabelle nicht an.';
};

/** Why a table gives no answer to one question. */
export const sayNoAnswer = (failure: string): string => {
  if (failure === TOO_LATE) return 'die Auswertung dauert zu lange (mehr als 2 Sekunden Rechenzeit) und wurde abgebrochen';
  if (failure.startsWith('no decision ')) return 'die Engine kennt diese Entscheidung nicht';
  if (/hit policy|multiple|UNIQUE|ANY/i.test(failure)) return 'mehrere Zeilen treffen zu, wo nur eine darf';
  if (/parse/.test(failure)) return 'die Engine kann die Tabelle nicht lesen';
  return 'die Engine kann sie mit diesen Angaben nicht auswerten';
};
