export const de = {
  calendar: (label: string) => `Kalender für „${label}“ öffnen`,
};
