export const dayInput = {
  calendar: (label: string) => `Kalender für „${label}“ öffnen`,
};
