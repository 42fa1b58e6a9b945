import { createStore, useStore } from '../api/create-store.ts';

const message = createStore<{ text: string; count: number }>({ text: '', count: 0 });

/** Says something to people who do not see the change: politely, without moving the focus. */
export const announce = (text: string): void => message.set({ text, count: message.get().count + 1 });

/** The one live region. An invisible mark makes the same words twice two announcements. */
export const Announcer = () => {
  const { text, count } = useStore(message);
  return (
    <p role="status" class="kern-sr-only">
      {text}
      {count % 2 === 1 ? '\u200b' : ''}
    </p>
  );
};
