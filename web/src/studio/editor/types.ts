/** A line of the outline beside any editor. */
export type OutlineLine = { id: string; type: string; name: string; depth: number };

/** What every editor tells the page around it. */
export type EditorState = { canUndo: boolean; canRedo: boolean; selected: string | null; outline: readonly OutlineLine[] };
export type EditorHandle = {
  read: () => Promise<string>;
  undo: () => void;
  redo: () => void;
  select: (elementId: string) => boolean | Promise<boolean>;
};
