export const de = {
  changed: 'Rechtslage geändert:',
};
