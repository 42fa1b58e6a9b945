import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import DmnModeler from 'dmn-js/lib/Modeler.js';
import type { Language } from '../../i18n/language.tsx';
import '../diagram.css';
import { cells } from '../german/cells.ts';
import { inPlace } from '../german/in-place.ts';
import { wordsIn } from '../german/index.ts';
import { tableLeftovers } from '../german/table-leftovers.ts';
import { keepWriting } from '../writing/keep-writing.ts';
import './decision.css';
import { quietStackModule } from './quiet-stack.ts';
import { rowIdsModule } from './row-ids.ts';

/** One thing of the file that can be opened: the drawing of how decisions depend, a table, an expression. */
export type DecisionView = { id: string; name: string; kind: 'drawing' | 'table' | 'expression' };
export type DecisionState = { canUndo: boolean; canRedo: boolean; views: DecisionView[]; active: string | null };

type Options = {
  container: HTMLElement;
  language: Language;
  onChange: () => void;
  onState: (state: DecisionState) => void;
};
type Stack = { undo: () => void; redo: () => void; canUndo: () => boolean; canRedo: () => boolean };
type Entry = { text?: string };
type Row = { id: string; businessObject?: { inputEntry?: Entry[] } };
type Sheet = { getRoot: () => { rows: Row[] } };

export type DecisionEditor = {
  open: (xml: string) => Promise<string[]>;
  read: () => Promise<string>;
  undo: () => void;
  redo: () => void;
  /** Whether this is a view of the file, and no row of a table. */
  has: (viewId: string) => boolean;
  show: (viewId: string) => Promise<void>;
  /** Opens the decision or the table that has this row, and brings it into view. */
  select: (elementId: string) => Promise<boolean>;
  addRow: () => void;
  mark: (rules: ReadonlyMap<string, 'error' | 'warning'>) => void;
  destroy: () => void;
};

const matchesAll = ({ businessObject }: Row): boolean =>
  (businessObject?.inputEntry ?? []).every(({ text }) => !text || text.trim() === '-');

const kinds: Record<string, DecisionView['kind']> = { drd: 'drawing', decisionTable: 'table' };

export const createDecisionEditor = ({ container, language, onChange, onState }: Options): DecisionEditor => {
  const words = { additionalModules: [wordsIn(language)] };
  const expression = { additionalModules: [wordsIn(language), quietStackModule] };
  const editor = new DmnModeler({
    container,
    drd: words,
    decisionTable: { additionalModules: [wordsIn(language), quietStackModule, rowIdsModule] },
    literalExpression: expression,
    boxedExpression: expression,
  });
  const stops =
    language === 'de'
      ? [
          inPlace(
            container,
            tableLeftovers,
            '.dmn-decision-table-container, .dmn-literal-expression-container, .djs-container, .context-menu',
          ),
          // Kinds of values, in lists only: in cells the same words may be values.
          inPlace(container, cells, '.dms-select, .dms-select-options'),
        ]
      : [];
  const heard = new WeakSet<object>();
  let opening = false;
  let opened = '';
  let marked: ReadonlyMap<string, 'error' | 'warning'> = new Map();

  const stack = (): Stack | undefined => editor.getActiveViewer()?.get<Stack | null>('commandStack', false) ?? undefined;
  const tell = (): void =>
    onState({
      canUndo: stack()?.canUndo() ?? false,
      canRedo: stack()?.canRedo() ?? false,
      views: editor.getViews().map(({ id, name, type, element }) => ({ id, name: name || element.id, kind: kinds[type] ?? 'expression' })),
      active: editor.getActiveView()?.id ?? null,
    });
  const paint = (): void => {
    for (const cell of container.querySelectorAll<HTMLElement>('.rule-index')) {
      const severity = marked.get(cell.dataset.rowId ?? '');
      cell.classList.toggle('lotse-row--error', severity === 'error');
      cell.classList.toggle('lotse-row--warning', severity === 'warning');
    }
  };
  const listen = (): void => {
    const viewer = editor.getActiveViewer();
    if (!viewer || heard.has(viewer)) return;
    heard.add(viewer);
    viewer.on('commandStack.changed', () => {
      if (opening) return;
      tell();
      onChange();
      requestAnimationFrame(paint);
    });
  };
  editor.on('views.changed', () => {
    listen();
    tell();
    requestAnimationFrame(paint);
  });

  const openFirst = async (): Promise<void> => {
    const views = editor.getViews();
    const first = views.find(({ type }) => type === 'decisionTable') ?? views.find(({ type }) => type !== 'drd') ?? views[0];
    if (first) await editor.open(first);
  };
  const findRow = (id: string): HTMLElement | null => container.querySelector(`[data-row-id="${CSS.escape(id)}"]:not(.rule-index)`);
  const focusRow = (id: string): boolean => {
    const cell = findRow(id);
    cell?.scrollIntoView({ block: 'center' });
    cell?.querySelector<HTMLElement>('[tabindex], [contenteditable]')?.focus();
    return cell !== null;
  };

  return {
    open: async (xml) => {
      opening = true;
      opened = xml;
      try {
        const { warnings } = await editor.importXML(xml, { open: false });
        await openFirst();
        listen();
        return warnings.map(({ message }) => message);
      } finally {
        opening = false;
        tell();
      }
    },
    read: async () => keepWriting(opened, (await editor.saveXML({ format: true })).xml),
    undo: () => stack()?.undo(),
    redo: () => stack()?.redo(),
    has: (viewId) => editor.getViews().some(({ id }) => id === viewId),
    show: async (viewId) => {
      const view = editor.getViews().find(({ id }) => id === viewId);
      if (!view) return;
      await editor.open(view);
      // The drawing begins where palette and title lie over it.
      if (view.type === 'drd') editor.getActiveViewer()?.get<{ scroll: (by: object) => void }>('canvas').scroll({ dx: 60, dy: 90 });
    },
    select: async (elementId) => {
      if (findRow(elementId)) return focusRow(elementId);
      for (const view of editor.getViews().filter(({ type }) => type !== 'drd')) {
        const decision = view.element as unknown as { id: string; decisionLogic?: { rule?: Row[] } };
        if (decision.id !== elementId && !decision.decisionLogic?.rule?.some(({ id }) => id === elementId)) continue;
        await editor.open(view);
        await new Promise(requestAnimationFrame);
        return decision.id === elementId || focusRow(elementId);
      }
      return false;
    },
    addRow: () => {
      const viewer = editor.getActiveViewer();
      const rows = viewer?.get<Sheet>('sheet').getRoot().rows ?? [];
      // Below a row that matches everything a new one would never be reached.
      const last = rows.findLastIndex((row) => !matchesAll(row));
      const at = last + 1;
      viewer?.get<{ addRow: (row: object, index: number) => void }>('modeling').addRow({ type: 'dmn:DecisionRule' }, at);
      const row = viewer?.get<Sheet>('sheet').getRoot().rows[at];
      requestAnimationFrame(() => row && focusRow(row.id));
    },
    mark: (rules) => {
      marked = rules;
      paint();
    },
    destroy: () => {
      for (const stop of stops) stop();
      editor.destroy();
    },
  };
};
