import test from 'ava';
import vorbereiten from '../../../services/routing/workers/eingang-vorbereiten.ts';
import { openOffice } from '../api/office.ts';
import { runWorker } from '../letters/office.ts';

/** No decision reads a name, an origin, a sex, a language or anything that stands for them: 300 people who differ only there are decided alike. */
const office = await openOffice();
test.after.always(office.stop);

const familienname = [
  'Müller',
  'Özdemir',
  'Nguyen',
  'Al-Rashid',
  'Kowalczyk',
  'Oluwaseun',
  'de la Cruz',
  'Иванов',
  'Cohen',
  'O’Brien',
  'Çelik',
  'Schmidt',
];
const vornamen = ['Maria', 'Mohammed', 'Chidi', 'Olena', 'Jürgen', 'Fatma', 'Sean', 'Rachel', 'Kim', 'Guadalupe'];
const staatsangehoerigkeiten = [
  ['ungeklärt'],
  ['Syrien'],
  ['USA'],
  ['Nigeria', 'Vereinigtes Königreich'],
  ['staatenlos'],
  ['Ukraine'],
  ['Türkei'],
];
const geschlecht = ['w', 'm', 'd', 'ohne Angabe'];
const sprache = ['de', 'ar', 'en', 'uk', 'tr', 'he'];
const geburtsort = ['Karlsruhe', 'Aleppo', 'Lagos', 'Kyjiw', 'Jerusalem', 'Ankara'];
const geburtsstaat = ['Deutschland', 'Syrien', 'Nigeria', 'Ukraine', 'Israel', 'Türkei'];

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

/** The index walks through every list at its own pace, so that no two of them go together. */
const person = (index: number) => ({
  familienname: `${pick(familienname, index)}${'abcdefghij'[Math.floor(index / 30) % 10]}${'klmnopqrst'[index % 10]}`,
  vornamen: pick(vornamen, Math.floor(index / 12)),
  geburtsname: pick(familienname, index * 7),
  geburtsdatum: '1990-05-04',
  geburtsort: pick(geburtsort, index * 5),
  geburtsstaat: pick(geburtsstaat, index * 5 + 1),
  geschlecht: pick(geschlecht, index * 3),
  staatsangehoerigkeiten: pick(staatsangehoerigkeiten, index),
  sprache: pick(sprache, index * 11),
  passStaat: pick(geburtsstaat, index * 13),
  email: `person${index}@example.org`,
  aufenthaltsstatus: 'TITEL_GUELTIG',
  titelNorm: '28',
  titelGueltigBis: '2026-07-01',
});

test('300 people who differ only in name, origin, sex and language are decided alike', async (t) => {
  const lots: number[] = [];
  const seen = new Set<string>();
  for (let start = 0; start < 300; start += 10) {
    await Promise.all(
      Array.from({ length: 10 }, async (_, offset) => {
        const applicant = person(start + offset);
        const { caseId } = await office.open({ anliegen: 'FAMILIE', by: 'svc', applicant, facts: { kindBetroffen: true } });
        const { familienLos, ...inputs } = (await runWorker(vorbereiten, office.deps as never, { caseId })) as Record<string, unknown>;
        lots.push(familienLos as number);
        seen.add(JSON.stringify(inputs));
      }),
    );
  }
  t.is(seen.size, 1);
  t.is(lots.length, 300);
  t.notRegex([...seen].join(), new RegExp([...familienname, ...vornamen, ...geburtsort, ...geburtsstaat].join('|')));
  // The lot spreads families over two teams, as a coin does: 150 ± 4.5 deviations.
  const ones = lots.filter((lot) => lot === 1).length;
  t.true(ones > 111 && ones < 189, `${ones} of 300`);
});

test('the lot is drawn per family and stays', async (t) => {
  const first = await office.open({ by: 'svc', applicant: { familienname: 'Losverfahren' } });
  const lot = async (caseId: string) =>
    ((await runWorker(vorbereiten, office.deps as never, { caseId })) as { familienLos: number }).familienLos;
  const wanted = await lot(first.caseId);
  for (let index = 0; index < 8; index += 1) {
    const relative = await office.open({ by: 'svc', facts: { angehoerigerVon: first.aktenzeichen } });
    t.is(await lot(relative.caseId), wanted);
  }
});

test('the same family comes into the same hands, whatever their names', async (t) => {
  const first = await office.aCase({ section: 'SG2', team: 'T2b', anliegen: 'FAMILIE' });
  await office.db('cases').where('case_id', first.caseId).update({ clerk: 'sb-sg2-2' });
  const relative = await office.open({ anliegen: 'FAMILIE', facts: { angehoerigerVon: first.aktenzeichen } });
  t.like(await runWorker(vorbereiten, office.deps as never, { caseId: relative.caseId }), { offenesTeam: 'T2b' });
  await office.route(relative.caseId, { section: 'SG2', team: 'T2b' });
  const found = (await office.as('sb-sg2').get(`/api/cases/${relative.caseId}`)).body;
  t.like(found, { team: 'T2b', clerk: 'sb-sg2-2' });
  t.true(found.history.some((line: { text: string }) => /dieselben Hände/.test(line.text)));
});

test('a section that a person chose goes before the table, and the reason says so', async (t) => {
  const { assignCase } = await import('../../../services/routing/index.ts');
  const { caseId } = await office.open({ anliegen: 'STUDIUM' });
  const assigned = await assignCase(office.deps, {
    caseId,
    jobKey: 'probe',
    elementId: 'serviceTask_Zuordnen',
    inputs: { anliegen: 'STUDIUM', titelNorm: '', schutzstatus: 'KEINER', entscheidendesSg: '' },
    routing: { sachgebiet: 'SG1', team: 'D2', rolle: 'sb-sg1', prozess: 'studium', prioBasis: 3, slaTage: 30, eskalation: false },
    team: 'T1a',
    priority: { prioritaet: 2, slaTage: 30 },
    fiktion: { wirkung: 'KEINE', norm: '' },
    wantedSection: 'SG2',
  });
  t.like(assigned, { sachgebiet: 'SG2', rolle: 'sb-sg2', prozess: '', prozessId: '', prioritaet: 2 });
  const routing = await office.whyHere('sb-sg2', caseId);
  t.regex(routing.reason, /^Sachgebiet 2, weil eine Person es so bestimmt hat\. Die Tabelle sagt: Sachgebiet 1 /);
});
