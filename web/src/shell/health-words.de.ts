export const de = {
  ok: 'Lotse arbeitet: Engine, Datenbank und Protokoll sind in Ordnung',
  down: (parts: string[]) => `Lotse arbeitet gerade nicht vollständig${parts.length > 0 ? `: gestört ist ${parts.join(', ')}` : ''}`,
  parts: { engine: 'die Engine', database: 'die Datenbank', records: 'das Protokoll der Engine' },
  version: (version: string) => `Version ${version}`,
};
