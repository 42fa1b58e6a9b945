/** Two people had the same thing open, and the other one was faster. */
export const de = {
  byAt: (who: string, when: string) => `Inzwischen hat ${who} das geändert (${when}).`,
  by: (who: string) => `Inzwischen hat ${who} das geändert.`,
  bySomebody: 'Inzwischen hat das jemand anderes geändert.',
  kept: 'Was Sie eingegeben haben, steht noch hier und ist nicht gesichert.',
  again: 'Wenn Sie noch einmal sichern, gilt Ihre Eingabe.',
  caption: 'Beide Fassungen nebeneinander',
  columns: { what: 'Angabe', theirs: 'Deren Fassung', mine: 'Ihre Fassung' },
  nothing: 'leer',
  same: 'Beide Fassungen sind gleich.',
  takeTheirs: 'Deren Fassung übernehmen',
  keepMine: 'Meine Fassung sichern',
};
