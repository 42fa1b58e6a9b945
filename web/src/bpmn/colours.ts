// Every colour of a drawing. Drawn into the diagram itself, so an exported picture carries it: a name of tokens.css would mean nothing there.

/** Words on white; the paper is the drawing's ground in the dark as well. */
export const ink = '#171a2b';
export const ground = '#ffffff';

/** How a step looks in a case's diagram; never the only sign, badges and the table say it too. */
export type StepState = 'completed' | 'active' | 'incident' | 'terminated';

export type Paint = { stroke: string; fill: string };

export const rest: Paint = { stroke: '#6b7080', fill: ground };

export const paints: Record<StepState, Paint> = {
  completed: { stroke: '#1f6f43', fill: '#e9f5ee' },
  active: { stroke: '#1b3f9b', fill: '#dbe6ff' },
  incident: { stroke: '#a31220', fill: '#fde7e9' },
  terminated: { stroke: '#6b7080', fill: '#f0f1f4' },
};

/** Grounds of the badges, with white words; on the page diagram.css gives them the same. */
export const signs = {
  count: '#171a6b',
  here: '#1b3f9b',
  incident: '#a31220',
  times: '#4a4f63',
  note: '#8a4b00',
  heat: '#6b2400',
};

/** Heat: pale to strong in one direction, so that they are told apart without seeing red and green. Red, green and blue apart, to be mixed. */
export const ramp: readonly (readonly [number, number, number])[] = [
  [255, 224, 138],
  [255, 169, 77],
  [226, 88, 34],
];
