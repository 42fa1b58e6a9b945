import { useLocation } from 'preact-iso';
import { createStore, useStore } from '../api/create-store.ts';

const message = createStore<{ text: string; path: string } | undefined>(undefined);

/** Says on the page one goes to what was done on the one before; gone with the next step. */
export const flash = (text: string, path: string): void => message.set({ text, path });

export const Flash = () => {
  const said = useStore(message);
  const { path } = useLocation();
  return <div role="status">{said?.path === path && <p class="flash">{said.text}</p>}</div>;
};
