type Value = { [name: string]: unknown; businessObject?: Value };
type Context = { element: Value; properties: Record<string, unknown> };
type Stack = { execute: (command: string, context: unknown) => void };

/** Whether an edit would leave everything as it is. No text and an empty one are the same to people. */
export const changesNothing = ({ element, properties }: Context): boolean => {
  const held = element.businessObject ?? element;
  return Object.entries(properties).every(([name, value]) => (held[name] ?? '') === (value ?? ''));
};

/**
 * A cell's own editor says its text again when it is shown another one, so also after an undo. As a step of its own that would be undone next, and what
 * could be done again would be forgotten.
 */
class QuietStack {
  static $inject = ['commandStack'];

  constructor(stack: Stack) {
    const execute = stack.execute.bind(stack);
    stack.execute = (command, context) => {
      if (command !== 'element.updateProperties' || !changesNothing(context as Context)) execute(command, context);
    };
  }
}

export const quietStackModule = { __init__: ['lotseQuietStack'], lotseQuietStack: ['type', QuietStack] };
