import { createStore } from '../api/create-store.ts';

const place = 'lotse-tastenkuerzel';

const read = (): boolean => {
  try {
    return localStorage.getItem(place) !== 'aus';
  } catch {
    return true;
  }
};

/** Whether single keys do something. People who dictate, or press keys by accident, switch them off (WCAG 2.1.4). */
export const singleKeysOn = createStore(read());

export const switchSingleKeys = (on: boolean): void => {
  singleKeysOn.set(on);
  try {
    localStorage.setItem(place, on ? 'an' : 'aus');
  } catch {
    // A browser that keeps nothing starts with them on again.
  }
};

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));

/** Calls what belongs to a key, unless somebody types, a modifier is held, or single keys are off. Returns how to stop. */
export const onSingleKey = (actions: Record<string, () => void>): (() => void) => {
  const press = (event: KeyboardEvent): void => {
    if (!singleKeysOn.get() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || takesText(event.target)) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
};
