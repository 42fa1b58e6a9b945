/** `join` before anything is read of the office's day; `until` resolves on that day, ISO; `leave` when nothing more is waited for. */
export type Calendar = { join(who: string): Promise<void>; until(who: string, day: string): Promise<void>; leave(who: string): void };

type Waiting = { day: string; go(): void; fail(fault: unknown): void };

/**
 * One clock for many tests, which only goes forward: it stands still while any of them works, and when all wait it goes to the nearest day that
 * one waits for. So a day comes once, however many tests wait for it, and their set-ups run side by side.
 */
export const createCalendar = (moveTo: (day: string) => Promise<unknown>): Calendar => {
  const busy = new Set<string>();
  const waiting = new Map<string, Waiting>();
  let present = '';
  let move: Promise<void> | undefined;

  const endWaits = (day: string, end: (each: Waiting) => void): void => {
    for (const [who, each] of waiting) {
      if (each.day > day) continue;
      waiting.delete(who);
      busy.add(who);
      end(each);
    }
  };
  const turn = async (day: string): Promise<void> => {
    try {
      await moveTo(day);
      present = day;
      endWaits(day, ({ go }) => go());
    } catch (fault) {
      endWaits(day, ({ fail }) => fail(fault));
    }
    move = undefined;
    turnIfAllWait();
  };
  const turnIfAllWait = (): void => {
    if (move !== undefined || busy.size > 0 || waiting.size === 0) return;
    const [nearest] = [...waiting.values()].map(({ day }) => day).sort();
    if (nearest) move = turn(nearest);
  };

  return {
    join: async (who) => {
      // Who comes while the clock goes waits until it stands: from then on it stands for them.
      while (move !== undefined) await move;
      busy.add(who);
    },
    until: (who, day) => {
      if (day <= present) return Promise.resolve();
      busy.delete(who);
      return new Promise((go, fail) => {
        waiting.set(who, { day, go, fail });
        turnIfAllWait();
      });
    },
    leave: (who) => {
      busy.delete(who);
      waiting.delete(who);
      turnIfAllWait();
    },
  };
};
