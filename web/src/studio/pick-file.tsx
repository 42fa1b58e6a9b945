type Props = { label: string; accept: string; disabled?: boolean; onFile: (file: File) => void };

/** A button that opens the file chooser. The browser's own says what it says in the language of the browser. */
export const PickFile = ({ label, accept, disabled = false, onFile }: Props) => (
  <label class="button button--small pick-file" aria-disabled={disabled}>
    {label}
    <input
      type="file"
      class="over-button"
      accept={accept}
      disabled={disabled}
      onChange={(event) => {
        const input = event.currentTarget;
        const [file] = input.files ?? [];
        // The same file can be chosen again after it was mended.
        input.value = '';
        if (file) onFile(file);
      }}
    />
  </label>
);
