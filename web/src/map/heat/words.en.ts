import type { de } from './words.de.ts';

export const en: typeof de = {
  period: 'Period',
  periods: (days) => (days === 365 ? 'last year' : `last ${days} days`),
  section: 'Section',
  allSections: 'all sections',
  median: (span) => `Median ${span}`,
  short: {
    none: '< 1 min',
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
    days: (n) => `${n} d`,
  },
  long: {
    none: 'under 1 minute',
    minutes: (n) => (n === 1 ? '1 minute' : `${n} minutes`),
    hours: (n) => (n === 1 ? '1 hour' : `${n} hours`),
    days: (n) => (n === 1 ? '1 day' : `${n} days`),
  },
  legend: 'Half of the cases lay no longer than this (median)',
  explain: (from, to, version) =>
    `Counted is what ended at a step from ${from} to ${to}, ${version === null ? 'in all versions' : `in version ${version} only`}. What still lies there has a column of its own.`,
  title: 'Steps and waiting times',
  caption: (name) => `Steps of “${name}” with their waiting times`,
  columns: { step: 'Step', type: 'Kind', count: 'Done', median: 'Waiting time (median)', p90: '9 of 10 at most', open: 'Still there' },
  sortBy: (column) => `Sort by “${column}”`,
  former: (n) =>
    n === 1 ? 'And 1 step of former versions that no longer exists.' : `And ${n} steps of former versions that no longer exist.`,
  nothing: 'Nothing ended here in this period, and nothing lies here.',
  nothingMuch: 'In this period nothing ended five times at any step, and nowhere five cases lie.',
  few: 'fewer than 5',
  inSteps: 'Figures are rounded down to fives; what is below 5 is not shown.',
  noFigures: 'Your role does not see these figures.',
};
