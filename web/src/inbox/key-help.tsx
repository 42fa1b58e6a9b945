import { useEffect, useRef } from 'preact/hooks';
import { useStore } from '../api/create-store.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { singleKeysOn } from '../ui/single-keys.ts';
import { useKeyHelpTexts } from './key-help-words.ts';

/** The keys of the list. A dialog of the browser's own: Escape closes it and the focus returns to where it was. */
export const KeyHelp = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const t = useKeyHelpTexts();
  const on = useStore(singleKeysOn);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="key-help" aria-labelledby="tastenkuerzel" onClose={onClose}>
      <h2 id="tastenkuerzel">{t.title}</h2>
      {!on && <Notice>{t.off}</Notice>}
      <dl>
        {t.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Button small onClick={onClose}>
        {t.close}
      </Button>
    </dialog>
  );
};
