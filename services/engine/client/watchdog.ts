import type { Health } from '../engine.ts';

/** Half of the topology the watchdog reads. */
export type Topology = { partitionsCount: number; brokers: { partitions: { partitionId: number; role: string; health: string }[] }[] };

export type WatchdogOptions = {
  /** Asks the engine; must reject by itself after its own time limit. */
  ask: () => Promise<Topology>;
  /** True when something accepts connections at the engine's address. */
  reachable: () => Promise<boolean>;
  /** Throw the connection away and make a new one. */
  replace: () => void;
  onChange: (health: Health) => void;
  intervalMs?: number;
  downIntervalMs?: number;
  /** How long a new connection may take before it is replaced as well. */
  settleMs?: number;
};

/**
 * A gateway answers before its partitions can work: we go by a leader for every partition. Its health says little, because the broker looks once
 * a minute and takes a clock that was moved for a thread that hangs; what a sick leader refuses is tried again anyway.
 */
export const judge = (topology: Topology): Health => {
  const leaders = new Set(
    topology.brokers
      .flatMap((broker) => broker.partitions)
      .filter((partition) => partition.role === 'LEADER' && partition.health !== 'DEAD')
      .map((partition) => partition.partitionId),
  );
  if (topology.partitionsCount > 0 && leaders.size >= topology.partitionsCount) return { ok: true, reason: '' };
  return { ok: false, reason: `Die Prozess-Engine ist noch nicht bereit (${leaders.size} von ${topology.partitionsCount} Partitionen).` };
};

/**
 * A half-open connection shows nothing for minutes, so health never comes from connection events but from asking: every 5 s, and after two misses
 * the connection is replaced (seen within about 11 s). While the engine is down it looks twice a second whether somebody listens again.
 */
export const createWatchdog = (options: WatchdogOptions) => {
  const { ask, reachable, replace, onChange, intervalMs = 5_000, downIntervalMs = 500, settleMs = 2_000 } = options;
  let health: Health = { ok: false, reason: 'Die Prozess-Engine hat noch nicht geantwortet.' };
  let misses = 0;
  let replacedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const tell = (next: Health): void => {
    const changed = next.ok !== health.ok || next.reason !== health.reason;
    health = next;
    if (changed && !stopped) onChange(next);
  };

  const look = async (): Promise<void> => {
    if (misses >= 2 && performance.now() - replacedAt >= settleMs) {
      if (!(await reachable())) return;
      replace();
      replacedAt = performance.now();
      misses = 1;
    }
    try {
      tell(judge(await ask()));
      misses = 0;
    } catch (error) {
      misses += 1;
      // One miss may be a hiccup; two are an outage. Before the first answer ever, one is enough.
      if (misses >= 2 || !health.ok) {
        tell({ ok: false, reason: `Die Prozess-Engine antwortet nicht (${error instanceof Error ? error.message : String(error)}).` });
      }
    }
  };

  const plan = (delay: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void check(), delay);
  };

  const check = (): Promise<void> => {
    running ??= look().finally(() => {
      running = undefined;
      plan(health.ok && misses === 0 ? intervalMs : downIntervalMs);
    });
    return running;
  };

  void check();
  return {
    health: (): Health => health,
    /** Somebody had trouble: look now instead of at the next turn. */
    check,
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
