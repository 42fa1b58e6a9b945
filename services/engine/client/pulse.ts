import type { Health } from '../engine.ts';
import { EngineOverloaded, EngineUnavailable } from '../errors.ts';

export type PulseOptions = {
  /** Partitions there are; 0 while nobody knows. */
  partitions: () => number;
  /** Gives a partition something to do and resolves when it has done it, however it answers. Rejects with EngineUnavailable after its own time limit. */
  probe: (partition: number) => Promise<unknown>;
  intervalMs?: number;
  /** Answers in a row that must be missing. */
  misses?: number;
};

/**
 * A broker answers for its topology while a partition works on nothing: paused, or held up by one command it cannot get through. So every partition is given a command
 * that changes nothing. One that is idle answers at once, one that has much to do after its turn, one whose clock was moved when it has caught up; only one that stands
 * still does not. Being refused for too much work is no answer and no miss.
 */
export const watchPulse = ({ partitions, probe, intervalMs = 15_000, misses: most = 2 }: PulseOptions) => {
  const missed = new Map<number, { count: number; since: number }>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const look = async (partition: number): Promise<void> => {
    const begun = performance.now();
    try {
      await probe(partition);
      missed.delete(partition);
    } catch (error) {
      if (error instanceof EngineOverloaded) return;
      if (!(error instanceof EngineUnavailable)) return void missed.delete(partition);
      const { count, since } = missed.get(partition) ?? { count: 0, since: begun };
      missed.set(partition, { count: count + 1, since });
    }
  };
  const round = async (): Promise<void> => {
    await Promise.all(Array.from({ length: partitions() }, (_, index) => look(index + 1)));
    if (!stopped) timer = setTimeout(() => void round(), intervalMs);
  };
  timer = setTimeout(() => void round(), intervalMs);

  return {
    health: (): Health => {
      const stuck = [...missed].filter(([, { count }]) => count >= most);
      if (stuck.length === 0) return { ok: true, reason: '' };
      const seconds = Math.round((performance.now() - Math.min(...stuck.map(([, { since }]) => since))) / 1_000);
      const which = stuck.map(([partition]) => partition).join(', ');
      const reason = `Die Prozess-Engine ist da, arbeitet aber seit ${seconds} s nichts ab (Partition ${which}). Vorgänge und Aufgaben warten; verloren geht nichts.`;
      return { ok: false, reason };
    },
    stop: (): void => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
