/** The state of the law the office works with: footer of every staff page, banner where a change is not worked in. */
export const de = {
  state: (date: string) => `Rechtsstand ${date}`,
  authorities: 'Antwortzeiten anderer Behörden',
  notYet: (name: string, date: string) => `Noch nicht eingearbeitet: ${name} (in Kraft seit ${date})`,
};
