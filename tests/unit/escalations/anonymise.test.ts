import test from 'ava';
import { anonymise } from '../../../services/escalations/anonymise.ts';

const person = {
  familienname: 'Bauer',
  vornamen: 'Anna-Lena Šárka',
  geburtsdatum: '1990-05-04',
  anschrift: 'Weg 1, 76000 Musterstadt',
  passNummer: 'C01X00T47',
  telefon: '0721 1330',
};
const clean = (text: string, facts: Record<string, unknown> = {}): string => anonymise(text, person, facts);

test('names go in every case, alone, together and as a genitive; other words stay', (t) => {
  t.is(clean('Frau Anna-Lena Šárka Bauer fragt.'), 'Frau [Person] fragt.');
  t.is(clean('Herr BAUER und Bauers Vertrag; der Bauernhof.'), 'Herr [Person] und [Person] Vertrag; der Bauernhof.');
  t.is(clean('Šárka kam.'), '[Person] kam.');
});

test('Aktenzeichen, addresses, numbers, birthday and employer go', (t) => {
  t.is(
    clean('AB-2026-000123 und SI-2026-000001, a.b@example.org, C01X00T47, 0721 1330'),
    '[Aktenzeichen] und [Aktenzeichen], [E-Mail], [Nummer], [Nummer]',
  );
  t.is(clean('geboren 04.05.1990 (4.5.1990), wohnt Weg 1, 76000 Musterstadt.'), 'geboren [Geburtstag] ([Geburtstag]), wohnt [Anschrift].');
  t.is(clean('Die Probe GmbH zahlt.', { arbeitgeberName: 'Probe GmbH' }), 'Die [Arbeitgeber] zahlt.');
  t.is(clean('Pass YA1234567'), 'Pass [Nummer]');
});

test('the law stays as it is', (t) => {
  const text = 'Nach § 18b AufenthG und § 2 Abs. 3 reichen 45.934,20 Euro seit dem 12.06.2026; Frist 14 Tage.';
  t.is(clean(text), text);
});
