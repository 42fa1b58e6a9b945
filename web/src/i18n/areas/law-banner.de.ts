export const lawBanner = {
  changed: 'Rechtslage geändert:',
};
