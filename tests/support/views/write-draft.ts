import { as } from '../office.ts';

const pages: Record<string, Record<string, string>> = {
  person: {
    vornamen: 'Amira',
    familienname: 'Nasser',
    'geburtsdatum-monat': '5',
    'geburtsdatum-jahr': '1990',
    geburtsort: 'Asmara',
    geburtsstaat: 'Eritrea',
    geschlecht: 'w',
    staat1: 'ungeklärt',
  },
  adresse: {
    strasse: 'Lindenweg 4',
    plz: '76000',
    ort: 'Musterstadt',
    'einzugsdatum-tag': '1',
    'einzugsdatum-monat': '4',
    'einzugsdatum-jahr': '2025',
    email: 'amira@example.org',
    kontaktweg: 'email',
    sprache: 'ti',
  },
  papiere: {
    'titelGueltigBis-tag': '30',
    'titelGueltigBis-monat': '6',
    'titelGueltigBis-jahr': '2027',
    krankenversicherung: 'gesetzlich',
    strafverfahren: 'nein',
    passVorhanden: 'nein',
  },
};

/** An application that is written but not sent, as far as the page where one reads it through. */
export const writeDraft = async (account: string): Promise<void> => {
  for (const [step, answers] of Object.entries(pages)) {
    const form = new FormData();
    for (const [name, value] of Object.entries(answers)) form.set(name, value);
    const { status, body } = await as(account).post(`/mein/antrag/duldung/${step}`, form);
    if (status !== 200) throw new Error(`the page ${step} was not taken: ${status} ${String(body).slice(0, 200)}`);
  }
};
