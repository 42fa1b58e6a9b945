import type { ComponentType } from 'preact';

/** Beside a model: the way to change it, for those who may. `elementId`: the place that is looked at. */
export type EditSlot = { Edit: ComponentType<{ kind: 'bpmn' | 'dmn'; id: string; name: string; elementId?: string | null }> };
