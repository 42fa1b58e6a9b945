import type { DraftFinding as FileFinding } from '../../../../services/models/answers.ts';
import type { EditorHandle, EditorState } from './types.ts';

/** What each of the three editors is given by the page. */
export type EditorProps = {
  path: string;
  name: string;
  /** The text to open; another object means another text. */
  start: { content: string };
  findings: readonly FileFinding[];
  /** The person has changed something; the handle's `read` gives the text. */
  onChange: () => void;
  onState: (state: EditorState) => void;
  /** Called with the editor once it shows something, with undefined as it goes. */
  onReady: (editor: EditorHandle | undefined) => void;
  onFault: (message: string) => void;
};
