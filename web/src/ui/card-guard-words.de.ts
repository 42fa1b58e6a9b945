export const de = {
  broken:
    'Dieser Teil lässt sich nicht anzeigen; mit den Angaben darin kommt Lotse nicht zurecht. Alles andere auf der Seite stimmt, und Sie können weiterarbeiten. Brauchen Sie diese Angaben, sagen Sie bitte der Betriebsgruppe Bescheid.',
};
