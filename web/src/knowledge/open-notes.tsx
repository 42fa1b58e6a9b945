import { useKnowledgeTexts } from './words.ts';

/** How many notes from daily work are open at a process. */
export const OpenNotes = ({ count }: { count: number }) => <>{useKnowledgeTexts().pins.inProcess(count)}</>;
