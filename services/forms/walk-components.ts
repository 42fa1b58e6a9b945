/** A component with the groups and lists it stands in, outermost first. */
export type Walked<C> = { component: C; around: readonly C[] };

export const isComponent = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * All components of a form in their order, frames before what stands in them. Reads half-drawn and foreign files, too: what is no component is passed
 * over, and `C` may say of a property no more than its reader checks.
 */
export const walkComponents = <C extends { components?: unknown }>(components: unknown, around: readonly C[] = []): Walked<C>[] =>
  (Array.isArray(components) ? components.filter(isComponent) : []).flatMap((each) => {
    const component = each as C;
    return [{ component, around }, ...walkComponents(component.components, [...around, component])];
  });
