/** How a step looks in a case's diagram. Drawn into the diagram itself, so an exported picture carries it; never the only sign, badges and the table say it too. */
export type StepState = 'completed' | 'active' | 'incident' | 'terminated';

export type Paint = { stroke: string; fill: string };

export const rest: Paint = { stroke: '#6b7080', fill: '#ffffff' };

export const paints: Record<StepState, Paint> = {
  completed: { stroke: '#1f6f43', fill: '#e9f5ee' },
  active: { stroke: '#1b3f9b', fill: '#dbe6ff' },
  incident: { stroke: '#a31220', fill: '#fde7e9' },
  terminated: { stroke: '#6b7080', fill: '#f0f1f4' },
};
