/** Where one file of a change is edited; an element id opens the editor at that place. */
export const editorPath = (changeId: string, path: string, elementId?: string): string =>
  `/studio/${changeId}/datei?pfad=${encodeURIComponent(path)}${elementId ? `&element=${encodeURIComponent(elementId)}` : ''}`;
