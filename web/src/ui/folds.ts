const place = (name: string): string => `lotse-${name}`;

/** Whether this person has folded that part away in this browser. */
export const isFolded = (name: string): boolean => {
  try {
    return localStorage.getItem(place(name)) === 'zu';
  } catch {
    return false;
  }
};

export const keepFolded = (name: string, folded: boolean): void => {
  try {
    localStorage.setItem(place(name), folded ? 'zu' : 'auf');
  } catch {
    // A browser that keeps nothing shows it in full again.
  }
};
