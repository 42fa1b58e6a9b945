/** Where somebody's day begins: portal, questions, tasks, audit trail, process map. Imports nothing: the web takes the type. */
export const homes = ['portal', 'fragen', 'aufgaben', 'protokoll', 'karte'] as const;

export type Home = (typeof homes)[number];
