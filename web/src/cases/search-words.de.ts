export const de = {
  label: 'Vorgang suchen',
  placeholder: 'Name oder Aktenzeichen',
  go: 'Suchen',
  key: 'Taste /',
};
