import type { Deps } from '../deps.ts';
import type { Adapter } from './adapter.ts';
import { simulateAuthority } from './simulation/simulated-adapter.ts';

/** The line to an authority. There is none to a real one yet; here it would be chosen by the settings. */
export const adapterOf = (deps: Pick<Deps, 'db' | 'clock'>, authority: string): Adapter => simulateAuthority(deps, authority);
