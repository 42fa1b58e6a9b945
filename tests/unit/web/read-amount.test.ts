import test from 'ava';
import { readAmount } from '../../../web/src/cases/read-amount.ts';

const amounts: [typed: string, euros: number | undefined][] = [
  ['100', 100],
  ['100,00', 100],
  ['100.5', 100.5],
  ['1.050,50 €', 1050.5],
  ['1,050.50', 1050.5],
  ['0,01', 0.01],
  ['1.000', 1000],
  ['0', undefined],
  ['', undefined],
  ['-5', undefined],
  ['1,234', 1234],
  ['3,999.999', undefined],
  ['viel', undefined],
];
for (const [typed, euros] of amounts) test(`“${typed}” is ${euros ?? 'no amount'}`, (t) => t.is(readAmount(typed), euros));
