import test from 'ava';
import { compareNames } from '../../../services/search/compare-names.ts';

const named = (text: string) => {
  const [familienname = '', vornamen = ''] = text.split(', ');
  return { familienname, vornamen };
};
const compare = (a: string, b: string) => compareNames(named(a), named(b));

test('one name in its usual spellings is the same name', (t) => {
  for (const [a, b] of [
    ['MÜLLER, Kim', 'Mueller, KIM'],
    ['Müller, Kim', 'Muller, Kim'],
    ['Weiß, Kim', 'Weiss, Kim'],
    ['Öztürk,  Ali', 'Oeztuerk, Ali'],
    ['Nguye\u0302\u0303n, An', 'Nguyễn, An'],
    ['García-López, Ana', 'Garcia Lopez, Ana'],
    ["O'Brien, Kim", 'OBrien, Kim'],
    ['Đorđević, Ana', 'Djordjevic, Ana'],
    ['Suharto', 'SUHARTO'],
    ['Иванов, Иван', 'Иванов, Иван'],
  ] as const)
    t.is(compare(a, b), 'same', `${a} ${b}`);
});

test('the same words in another order, or with the border elsewhere, are told as such', (t) => {
  t.is(compare('Nowak, Ewa Maria', 'Ewa Maria, Nowak'), 'words');
  t.is(compare('Zwilling, Lina Maria', 'Zwilling Lina, Maria'), 'words');
  t.is(compare('Suharto', ', Suharto'), 'words');
});

test('transliterations of one name into passports sound the same, whichever stands on record', (t) => {
  for (const [a, b] of [
    ['Sokolow, Dmitri', 'Sokolov, Dmitrij'],
    ['Соколов, Юлия', 'Sokoloff, Julija'],
    ['Schewtschenko, Olena', 'Shevchenko, Olena'],
    ['Шевченко, Олена', 'Schewtschenko, Olena'],
    ['Ahmadi, Mohammad', 'Ahmadi, Muhammed'],
    ['محمد, يوسف', 'Mohamed, Youssef'],
    ['Al-Hassan, Yusuf', 'Alhassan, Jusuf'],
    ['Γεώργιος, Ιωάννης', 'Yeorgios, Giannis'],
    ['Maier, Anna', 'Mayer, Anna'],
  ] as const) {
    t.is(compare(a, b), 'sound', `${a} ${b}`);
    t.is(compare(b, a), 'sound', `${b} ${a}`);
  }
});

test('one slip of the pen in a name of some length is told, from either side', (t) => {
  t.is(compare('Schmidt, Kim', 'Schmist, Kim'), 'slip');
  t.is(compare('Schmist, Kim', 'Schmidt, Kim'), 'slip');
  t.is(compare('Zwilling, Lina', 'Zwilling, Lima'), 'slip');
  t.is(compare('Ala, An', 'Ara, An'), undefined, 'too short');
});

test('two names are two', (t) => {
  for (const [a, b] of [
    ['Müller, Kim', 'Maier, Kim'],
    ['Nowak, Ewa', 'Kowalska, Ewa'],
    ['Zwilling, Lina', 'Zwilling, Maria'],
    ['Lina, Alan', 'Alan, Olena'],
    ['Ahmadi, Ali', 'Ahmadi, Ali Reza'],
  ] as const)
    t.is(compare(a, b), undefined, `${a} ${b}`);
  t.is(compareNames({ familienname: '', vornamen: '' }, named('Müller, Kim')), undefined);
});
