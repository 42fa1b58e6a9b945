const letters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** `Verpflichtungserklärung (§ 68)` → `verpflichtungserklaerung-68`: German kebab-case without umlauts, as processes/README.md wants it. */
export const suggestId = (name: string): string =>
  name
    .toLocaleLowerCase('de')
    .replaceAll(/[äöüß]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

export const isProcessId = (id: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) && id.length <= 60;
