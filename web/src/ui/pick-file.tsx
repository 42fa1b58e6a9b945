type Props = { label: string; accept?: string; disabled?: boolean; 'aria-describedby'?: string; onFile: (file: File) => void };

/** A button that opens the file chooser. The browser's own says what it says in the language of the browser. */
export const PickFile = ({ label, disabled = false, onFile, ...input }: Props) => (
  <label class="button button--small pick-file" aria-disabled={disabled}>
    {label}
    <input
      type="file"
      class="over-button"
      disabled={disabled}
      onChange={(event) => {
        const chooser = event.currentTarget;
        const [file] = chooser.files ?? [];
        // The same file can be chosen again after it was mended.
        chooser.value = '';
        if (file) onFile(file);
      }}
      {...input}
    />
  </label>
);
