import { type MutableRef, useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../../i18n/language.tsx';
import type { EditorProps } from './editor-props.ts';
import { useEditorTexts } from './words.ts';

/** `open` shows a text and gives what could not be read of it. */
type Library = { open: (text: string) => Promise<string[]>; destroy: () => void };

type Opening<T> = {
  start: EditorProps['start'];
  /** Fetches the library; what it resolves to makes the editor in its place on the page, or nothing if that is gone. */
  load: () => Promise<() => T | undefined>;
  latest: MutableRef<Pick<EditorProps, 'onReady' | 'onFault'>>;
  /** It shows the text now. */
  onShown: (editor: T) => void;
};

/** One of the three editors, from its library's arrival to its end; made anew for another text or language. */
export const useOpenEditor = <T extends Library>({ start, load, latest, onShown }: Opening<T>) => {
  const t = useEditorTexts();
  const language = useLanguage();
  const editor = useRef<T>();
  const [ready, setReady] = useState(false);

  useEffect(() => {
    let gone = false;
    setReady(false);
    void load().then(async (make) => {
      const made = gone ? undefined : make();
      if (!made) return;
      editor.current = made;
      try {
        const lost = await made.open(start.content);
        if (gone) return;
        if (lost.length > 0) latest.current.onFault(`${t.notRead}: ${lost.join('; ')}`);
        setReady(true);
        onShown(made);
      } catch (fault) {
        if (!gone) latest.current.onFault(`${t.unreadable}: ${(fault as Error).message}`);
      }
    });
    return () => {
      gone = true;
      latest.current.onReady(undefined);
      editor.current?.destroy();
      editor.current = undefined;
    };
  }, [start, language]);

  return { editor, ready };
};
