/** One file of a change as the server keeps it; without content it is to go. */
export type FileText = { path: string; content: string | null; base: string | null; savedAt: string | null; version: number };

/** A finding of the check of one file. */
export type FileFinding = { severity: 'error' | 'warning'; elementId: string; rule: string; message: string };

/** An example of a decision: what goes in, and what must come out. */
export type Example = { name: string; decision: string; input: Record<string, unknown>; output: unknown };

/** A line of the outline beside any editor. */
export type OutlineLine = { id: string; type: string; name: string; depth: number };

/** Pick lists of services/studio. */
export type StudioCatalogue = {
  messages: { name: string; usedIn?: string[] }[];
  jobTypes: { type: string; title: string; inputs: string[] }[];
  roles: { group: string; name: string }[];
  skills: string[];
  purposes: { purpose: string; name: string }[];
  forms: { id: string; name?: string; path?: string }[];
  decisions: { id: string; name?: string; path?: string; decisions?: string[] }[];
  processes: { id: string; name?: string; path?: string }[];
  articles: { id: string; title: string; process: string | null; step: string | null }[];
};

/** What every editor tells the page around it. */
export type EditorState = { canUndo: boolean; canRedo: boolean; selected: string | null; outline: readonly OutlineLine[] };
export type EditorHandle = {
  read: () => Promise<string>;
  undo: () => void;
  redo: () => void;
  select: (elementId: string) => boolean | Promise<boolean>;
};
