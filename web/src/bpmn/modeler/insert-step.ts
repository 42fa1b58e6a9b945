import type { Language } from '../../i18n/language.tsx';
import type { Canvas, CommandStack, Element, Selection } from './types.ts';

type Point = { x: number; y: number };
type Axis = 'x' | 'y';
type Context = { flow: Element; shape?: Element };
type Space = { movingShapes: Element[]; resizingShapes: Element[] };
type SpaceTool = {
  calculateAdjustments: (all: Element[], axis: Axis, delta: number, start: number) => Space;
  makeSpace: (moving: Element[], resizing: Element[], delta: Point, direction: 'e' | 's', start: number) => void;
};
type Modeling = { createShape: (shape: Element, at: Point, onto: Element) => Element };
type ElementFactory = { createShape: (attributes: { type: string }) => Element };
type Entries = Record<string, { group: string; className: string; title: string; action: { click: () => void } }>;
type ContextPad = { registerProvider: (provider: InsertStep) => void };

/** Room on either side of a step. */
const gap = 50;
const command = 'lotse.insertStep';

const isFlow = ({ type, waypoints }: Element): boolean => type === 'bpmn:SequenceFlow' && waypoints !== undefined;
const within = (element: Element): Element[] => [element, ...(element.children ?? []).flatMap(within)];

/** The longest straight piece of a flow, where a step has the best place. */
const longest = ({ waypoints }: Element): { axis: Axis; length: number; middle: Point } => {
  const points = (waypoints ?? []) as Point[];
  const pieces = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const [wide, high] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
    return {
      axis: wide >= high ? ('x' as const) : ('y' as const),
      length: Math.max(wide, high),
      middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
    };
  });
  return pieces.reduce((best, piece) => (piece.length > best.length ? piece : best));
};

/** One step for „Rückgängig“: the rest of the drawing makes room, and the task stands in the flow. */
class InsertHandler {
  static $inject = ['modeling', 'elementFactory', 'spaceTool', 'canvas'];
  readonly #modeling: Modeling;
  readonly #factory: ElementFactory;
  readonly #space: SpaceTool;
  readonly #canvas: Canvas;

  constructor(modeling: Modeling, factory: ElementFactory, space: SpaceTool, canvas: Canvas) {
    this.#modeling = modeling;
    this.#factory = factory;
    this.#space = space;
    this.#canvas = canvas;
  }

  preExecute(context: Context): void {
    const shape = this.#factory.createShape({ type: 'bpmn:UserTask' });
    const { axis, length, middle } = longest(context.flow);
    const lacking = (axis === 'x' ? shape.width : shape.height) + 2 * gap - length;
    if (lacking > 0) {
      const all = within(this.#canvas.getRootElement()).slice(1);
      const { movingShapes, resizingShapes } = this.#space.calculateAdjustments(all, axis, lacking, middle[axis]);
      const delta = { x: axis === 'x' ? lacking : 0, y: axis === 'y' ? lacking : 0 };
      this.#space.makeSpace(movingShapes, resizingShapes, delta, axis === 'x' ? 'e' : 's', middle[axis]);
    }
    context.shape = this.#modeling.createShape(shape, longest(context.flow).middle, context.flow);
  }
}

/**
 * A task between two steps in one press, from the flow or from the step before it. Otherwise one would have to make room by hand first, and drop
 * the task exactly on the line.
 */
class InsertStep {
  static $inject = ['contextPad', 'commandStack', 'selection', 'directEditing', 'lotseLanguage'];
  readonly #stack: CommandStack;
  readonly #selection: Selection;
  readonly #naming: { activate: (element: Element) => void };
  readonly #title: string;

  constructor(
    pad: ContextPad,
    stack: CommandStack & { registerHandler: (name: string, handler: typeof InsertHandler) => void },
    selection: Selection,
    naming: { activate: (element: Element) => void },
    language: Language,
  ) {
    this.#stack = stack;
    this.#selection = selection;
    this.#naming = naming;
    this.#title = language === 'de' ? 'Aufgabe auf diesem Weg einfügen' : 'Insert a task on this way';
    stack.registerHandler(command, InsertHandler);
    pad.registerProvider(this);
  }

  getContextPadEntries(element: Element): Entries {
    const ways = isFlow(element) ? [element] : (element.outgoing ?? []).filter(isFlow);
    const [flow] = ways;
    // After a gateway with several ways out nobody could tell which one is meant.
    if (!flow || ways.length > 1 || element.labelTarget) return {};
    return {
      'lotse.insert': { group: 'model', className: 'bpmn-icon-user-task', title: this.#title, action: { click: () => this.#insert(flow) } },
    };
  }

  #insert(flow: Element): void {
    const context: Context = { flow };
    this.#stack.execute(command, context);
    if (!context.shape) return;
    this.#selection.select(context.shape);
    this.#naming.activate(context.shape);
  }
}

export const insertStepModule = { __init__: ['lotseInsert'], lotseInsert: ['type', InsertStep] };
