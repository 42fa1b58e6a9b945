import { join } from 'node:path';
import test from 'ava';
import { readFolder } from '../../../services/engine/releases/read-bundle.ts';
import { findBroken, ownContract, readOfficeTexts } from '../../../services/models/check/promises/index.ts';
import { checkFiles } from '../../../services/models/index.ts';
import { harmlessBecause } from './harmless.ts';
import { allMutants, type Mutant, sample } from './mutants.ts';

/** `MUTANTS=3900 MUTATION_SEED=7 npm test -- tests/unit/models/mutations.test.ts` tries more, or others. */
const count = Number(process.env.MUTANTS ?? 500);
const seed = Number(process.env.MUTATION_SEED ?? 20_261_130);

const folder = join(import.meta.dirname, '../../../processes');
const files = [...(await readFolder(folder)).files, ...readOfficeTexts(folder)];

/** The promises first: they tell of most, and what a file says by itself costs far more. */
const isRefused = async ({ path, content }: Mutant): Promise<boolean> => {
  const after = files.map((file) => (file.path === path ? { path, content } : file));
  if (findBroken(after, await ownContract()).length > 0) return true;
  return (await checkFiles(after, [path])).some(({ severity }) => severity === 'error');
};

test('slips in live models are refused, or nobody is worse off', async (t) => {
  t.timeout(600_000);
  const chosen = sample(allMutants(files), count, seed);
  const contract = await ownContract();
  t.true(chosen.length >= count);
  let refused = 0;
  const idle = new Map<string, number>();
  const survivors: string[] = [];
  for (const mutant of chosen) {
    const because = (await isRefused(mutant)) ? 'refused' : harmlessBecause(mutant, { files, contract });
    if (because === 'refused') refused += 1;
    else if (because) idle.set(because, (idle.get(because) ?? 0) + 1);
    else survivors.push(`${mutant.kind} in ${mutant.path}: ${mutant.what}`);
  }
  t.log(`seed ${seed}: ${chosen.length} slips, ${refused} refused, ${survivors.length} survive`);
  for (const [because, times] of idle) t.log(`${times} × ${because}`);
  for (const survivor of survivors) t.log(`survives: ${survivor}`);
  t.true(survivors.length <= chosen.length / 100, survivors.join('\n'));
});
