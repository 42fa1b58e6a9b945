import test from 'ava';
import { type Candidate, closestFirst, identifies } from '../../../services/search/closeness.ts';
import { readQuery } from '../../../services/search/read-query.ts';
import { findsName } from './finds.ts';

const finds = (typed: string, familienname: string, vornamen = ''): boolean => findsName(typed, { familienname, vornamen });

/** Each row is one name as different people and passports write it: every one finds every other. */
const names = [
  ['Yıldız', 'YILDIZ', 'Yildiz', 'yıldız'],
  ['Łukaszewicz', 'Lukaszewicz', 'LUKASZEWICZ', 'Lukaschewitsch'],
  ['Đorđević', 'Dordevic', 'Djordjevic', 'Đorđevic', 'DJORDJEVIC', 'Ђорђевић'],
  ['Öztürk', 'Ozturk', 'Oeztuerk', 'ÖZTÜRK'],
  ['Müller', 'Mueller', 'Muller', 'MUELLER', 'MUXXLLER'],
  ['Søren', 'Soren', 'Soeren'],
  ['Åse', 'Aase', 'Ase'],
  ['Weiß', 'Weiss', 'WEISS'],
  ['Þórður', 'Thordur', 'Þorður'],
  ['Əliyev', 'Eliyev'],
  ['Əliyev', 'Aliyev'],
  ['Cœur', 'Coeur', 'Cour'],
  ["O'Brien", 'OBrien', 'O’Brien', 'O Brien', "O'BRIEN", 'O`Brien'],
  ['Al-Hassan', 'Alhassan', 'Al Hassan', 'AL‑HASSAN', 'El-Hasan'],
  ['Gross-Weiss', 'Großweiß', 'Gross Weiss', 'Grossweiss'],
  ['Sokolow', 'Sokolov', 'Sokoloff', 'Соколов'],
  ['Mohammad', 'Muhammed', 'Mohamed', 'Mohamad', 'MOHAMMED', 'محمد'],
  ['Georgios', 'Yeorgios', 'Γεώργιος', 'Yeoryios'],
  ['Юлия', 'Yulia', 'Julija', 'Iuliia', 'Yuliya', 'Julia'],
  ['Schewtschenko', 'Shevchenko', 'Ševčenko', 'Chevtchenko', 'Шевченко'],
  ['Yusuf', 'Youssef', 'Jusuf', 'يوسف'],
  ['Abdulrahman', 'Abdurrahman', 'Abderrahmane', 'عبدالرحمن'],
  ['Hussein', 'Houcine', 'Husain', 'Hossein', 'حسين'],
  ['Ioannis', 'Giannis', 'Yannis', 'Ιωάννης'],
  ['Ayşe', 'Aische', 'Aisha', 'Ayse'],
  ['Khaled', 'Chaled', 'Halid', 'خالد'],
  ['Nguyễn', 'Nguyen', 'NGUYEN'],
  ['Elena', 'Yelena', 'Jelena', 'Елена'],
];

for (const row of names)
  test(`${row[0]} (${row[1]}) is found by every one of its spellings, whichever stands on record`, (t) => {
    for (const stored of row) for (const typed of row) t.true(finds(typed, stored), `${typed} → ${stored}`);
  });

test('a name is found whatever its words’ order, its capitals and the border of family and given name', (t) => {
  for (const typed of [
    'Zwilling Lina Maria',
    'Maria Lina Zwilling',
    'ZWILLING<<LINA<MARIA',
    'Zwilling, Lina Maria',
    'Lina Maria, Zwilling',
  ])
    for (const [family, given] of [
      ['Zwilling', 'Lina Maria'],
      ['Zwilling Lina', 'Maria'],
    ] as const)
      t.true(finds(typed, family, given), `${typed} → ${family}, ${given}`);
  t.true(finds('Abdulrahman', 'Abdul', 'Rahman'));
});

test('another name is not found', (t) => {
  for (const [typed, stored] of [
    ['Müller', 'Maier'],
    ['Gärtnerin', 'Gärtner'],
    ['Lina', 'Alan'],
    ['Hassan', 'Hussein'],
    ['rt', 'Gärtner'],
    ['%', 'Gärtner'],
    ['_', 'Gärtner'],
  ] as const)
    if (typed === 'Hassan') t.true(finds(typed, stored), 'vowels are not told apart: the order of the answers does');
    else t.false(finds(typed, stored), `${typed} → ${stored}`);
});

const person = (familienname: string, vornamen: string, born = '1990-05-04', former?: string): Candidate => ({
  personId: `${familienname} ${vornamen}`,
  born,
  names: [{ familienname, vornamen }, ...(former ? [{ familienname: former, vornamen }] : [])],
});

test('the closest comes first: letter by letter, without marks, in another fold, the beginning, the sound', (t) => {
  const people = ['Sokolowski', 'Sokoloff', 'Sokolów', 'Sokolow'].map((name) => person(name, 'Anna'));
  const first = closestFirst(readQuery('Sokolow Anna').people, people).map(({ names }) => names[0]?.familienname);
  t.deepEqual(first, ['Sokolow', 'Sokolów', 'Sokolowski', 'Sokoloff']);
  const mullers = ['Muller', 'Müller', 'Mueller'].map((name) => person(name, 'Eva'));
  for (const typed of ['Muller', 'Müller', 'Mueller'])
    t.is(closestFirst(readQuery(`Eva ${typed}`).people, mullers)[0]?.names[0]?.familienname, typed);
});

test('only the whole name with the whole birthday says who somebody is', (t) => {
  const ana = person('Castro Díaz', 'Ana María', '1990-05-04', 'Ruiz');
  for (const typed of [
    'Ana Castro Diaz 4.5.1990',
    'CASTRO DIAZ, ANA MARIA 04.05.90',
    'Ruiz Ana, geb. 4. Mai 1990',
    'Díaz-Castro Maria 1990-05-04',
  ])
    t.true(identifies(readQuery(typed).people, ana), typed);
  for (const typed of [
    'Castro Diaz 4.5.1990',
    'Ana Castro 4.5.1990',
    'Ana Castro Diaz',
    'Ana Castro Diaz 1990',
    'Ana Castro Diaz 5.5.1990',
    '4.5.1990',
  ])
    t.false(identifies(readQuery(typed).people, ana), typed);
  const year = person('Ahmadi', 'Ali', '1990-00-00');
  t.true(identifies(readQuery('Ali Ahmadi 1990').people, year));
  t.false(identifies(readQuery('Ali Ahmadi 04.05.1990').people, year));
});
