/** Kinds of papers by code. `name` is how letters and lists call them to the person who must bring them. */
const names = {
  PASS: 'Ihr Pass',
  FOTO: 'Ein digitales Passfoto',
  MELDEBESTAETIGUNG: 'Ihre Meldebestätigung',
  MIETVERTRAG: 'Ihr Mietvertrag',
  KRANKENVERSICHERUNG: 'Der Nachweis über Ihre Krankenversicherung',
  ATTEST: 'Ein Attest von Ihrem Arzt',
  PASSBEMUEHUNG: 'Belege, dass Sie einen Pass beantragt haben',
  AUSBILDUNGSVERTRAG: 'Ihr Ausbildungsvertrag',
  ARBEITSVERTRAG: 'Ihr Arbeitsvertrag',
  BAMF_BESCHEID: 'Ihr Bescheid vom Bundesamt für Migration und Flüchtlinge',
  STELLUNGNAHME: 'Ihre Stellungnahme',
  SONSTIGES: 'Weitere Unterlagen',
} as const;

/** How the office's own screens call them: without "Ihr". */
const labels: Record<DocumentType, string> = {
  PASS: 'Pass',
  FOTO: 'Passfoto',
  MELDEBESTAETIGUNG: 'Meldebestätigung',
  MIETVERTRAG: 'Mietvertrag',
  KRANKENVERSICHERUNG: 'Nachweis der Krankenversicherung',
  ATTEST: 'Attest',
  PASSBEMUEHUNG: 'Belege über Passbemühungen',
  AUSBILDUNGSVERTRAG: 'Ausbildungsvertrag',
  ARBEITSVERTRAG: 'Arbeitsvertrag',
  BAMF_BESCHEID: 'BAMF-Bescheid',
  STELLUNGNAHME: 'Stellungnahme',
  SONSTIGES: 'Sonstiges',
};

export type DocumentType = keyof typeof names;

export const documentTypes = Object.keys(names) as DocumentType[];

export const isDocumentType = (code: string): code is DocumentType => Object.hasOwn(names, code);

/** For letters. A code without a name (an older model) stands as it is. */
export const documentName = (code: string): string => (isDocumentType(code) ? names[code] : code);

/** For history and lists of the office. */
export const documentLabel = (code: string): string => (isDocumentType(code) ? labels[code] : code);
