import type { LetterData } from '../../../services/letters/render-letter.ts';

/** Values for every placeholder of every letter. */
export const sampleData: LetterData = {
  name: 'Amira Nasser',
  aktenzeichen: 'AB-2026-000123',
  datum: 'Montag, 8. Juni 2026',
  eingangAm: 'Montag, 8. Juni 2026',
  frist: 'Montag, 29. Juni 2026',
  gueltigBis: 'Dienstag, 8. September 2026',
  fehlend: ['Ihr Pass', 'Ein digitales Passfoto', 'Ihre Meldebestätigung'],
  regeln: ['Sie dürfen nur arbeiten, wenn wir es vorher erlauben.', 'Sie müssen an dem Ort wohnen, der auf Ihrer Duldung steht.'],
  begruendung:
    'Eine Duldung gibt es nur, wenn Sie nicht ausreisen können. Das ist bei Ihnen anders. Sie haben seit dem 4. Mai 2026 einen gültigen Pass.',
  verwaltungsgericht: 'Musterstadt',
};
