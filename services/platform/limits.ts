import { BlockList, isIP } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from './config.ts';
import { TooMany } from './errors.ts';

/** What somebody may do only so often in a minute. An account counts for itself; an address only where nobody is signed in yet. */
type PerMinute = 'wrong-token' | 'sign-in' | 'upload' | 'search' | 'check';
export type Limited = PerMinute | 'stream';

const sentences: Record<Limited, string> = {
  'wrong-token': 'Von hier kamen zu viele ungültige Anmeldungen in kurzer Zeit.',
  'sign-in': 'Von hier wurde zu oft in kurzer Zeit eine Anmeldung begonnen.',
  upload: 'Das waren zu viele Dateien in kurzer Zeit.',
  search: 'Das waren zu viele Suchen in kurzer Zeit.',
  check: 'Das waren zu viele Prüfungen, Probeläufe oder Ausgaben in kurzer Zeit.',
  stream: 'Lotse ist mit diesem Konto schon in zu vielen Fenstern offen. Bitte schließen Sie einige.',
};

/** Streams do not come back by themselves after a while; a closed window may do at any moment. */
const streamRetrySeconds = 30;

export type Limits = {
  /** Throws TooMany with the seconds to wait. */
  spend(kind: PerMinute, key: string): Promise<void>;
  /** One more stream of this account; returns what gives its place back. Throws TooMany. */
  openStream(account: string): Promise<() => void>;
};

/** Counts in the memory of this process: several of them allow as many times more, and a restart forgets. */
export const createLimits = (config: Config): Limits => {
  const perMinute = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: 60 });
  const counters: Record<PerMinute, RateLimiterMemory> = {
    'wrong-token': perMinute(config.wrongTokensPerMinute),
    'sign-in': perMinute(config.signInsPerMinute),
    upload: perMinute(config.uploadsPerMinute),
    search: perMinute(config.searchesPerMinute),
    check: perMinute(config.checksPerMinute),
  };
  const streams = new RateLimiterMemory({ points: config.eventStreams, duration: 0 });
  return {
    async spend(kind, key) {
      try {
        await counters[kind].consume(key);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw new TooMany(`${sentences[kind]} Bitte versuchen Sie es in ${seconds} Sekunden noch einmal.`, seconds);
      }
    },
    async openStream(account) {
      const giveBack = (): void => void streams.reward(account);
      try {
        await streams.consume(account);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        giveBack();
        throw new TooMany(sentences.stream, streamRetrySeconds);
      }
      return giveBack;
    },
  };
};

/** Behind a proxy every connection comes from the proxy. Only of those named in the settings is believed whom they speak for. */
export const createAddressReader = (
  proxies: string,
): ((remote: string | undefined, headers: Record<string, string | undefined>) => string) => {
  const trusted = new BlockList();
  for (const each of proxies.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits] = each.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '');
  const isTrusted = (address: string): boolean => isIP(address) > 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (remote, headers) => {
    const own = plain(remote ?? '');
    if (!isTrusted(own)) return own;
    const named = (headers['x-forwarded-for'] ?? '').split(',').map((each) => plain(each.trim()));
    return named.findLast((each) => isIP(each) > 0 && !isTrusted(each)) ?? own;
  };
};
