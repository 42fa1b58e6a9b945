import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What is new does not come before the list: its code is fetched once that is there. */
export const NewsSlot = ({ ready }: { ready: boolean }) => {
  const [Strip, setStrip] = useState<ComponentType>();
  useEffect(() => {
    if (ready) void import('./note-strip.tsx').then((part) => setStrip(() => part.NoteStrip));
  }, [ready]);
  return Strip ? <Strip /> : null;
};
