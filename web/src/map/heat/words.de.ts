/** How long things lie at a step: the heat of the process map. */
export const de = {
  period: 'Zeitraum',
  periods: (days: number) => (days === 365 ? 'letztes Jahr' : `letzte ${days} Tage`),
  section: 'Sachgebiet',
  allSections: 'alle Sachgebiete',
  median: (span: string) => `Median ${span}`,
  short: {
    none: '< 1 Min',
    minutes: (n: number) => `${n} Min`,
    hours: (n: number) => `${n} Std`,
    days: (n: number) => `${n} T`,
  },
  long: {
    none: 'unter 1 Minute',
    minutes: (n: number) => (n === 1 ? '1 Minute' : `${n} Minuten`),
    hours: (n: number) => (n === 1 ? '1 Stunde' : `${n} Stunden`),
    days: (n: number) => (n === 1 ? '1 Tag' : `${n} Tage`),
  },
  legend: 'So lange lag die Hälfte der Vorgänge höchstens (Median)',
  explain: (from: string, to: string, version: number | null) =>
    `Gezählt ist, was vom ${from} bis ${to} an einem Schritt zu Ende ging, ${version === null ? 'in allen Fassungen' : `nur in Fassung ${version}`}. Was noch liegt, steht in einer eigenen Spalte.`,
  title: 'Schritte und Liegezeiten',
  caption: (name: string) => `Schritte von „${name}“ mit ihren Liegezeiten`,
  columns: {
    step: 'Schritt',
    type: 'Art',
    count: 'Erledigt',
    median: 'Liegezeit (Median)',
    p90: '9 von 10 höchstens',
    open: 'Liegt noch',
  },
  sortBy: (column: string) => `Nach „${column}“ sortieren`,
  former: (n: number) =>
    n === 1
      ? 'Dazu 1 Schritt früherer Fassungen, den es nicht mehr gibt.'
      : `Dazu ${n} Schritte früherer Fassungen, die es nicht mehr gibt.`,
  nothing: 'In diesem Zeitraum ging hier nichts zu Ende, und es liegt nichts.',
  nothingMuch: 'In diesem Zeitraum ging an keinem Schritt fünfmal etwas zu Ende, und nirgends liegen fünf Vorgänge.',
  few: 'unter 5',
  inSteps: 'Die Zahlen sind auf Fünfer abgerundet; was unter 5 liegt, wird nicht gezeigt.',
  noFigures: 'Zahlen dazu sieht Ihre Rolle nicht.',
};
