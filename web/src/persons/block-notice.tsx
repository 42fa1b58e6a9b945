import { Notice } from '../ui/notice.tsx';
import { usePersonsTexts } from './words.ts';

/** Whose address the register keeps from others (§ 51 BMG): said before anybody reads it out. */
export const BlockNotice = ({ person }: { person: { auskunftssperre?: unknown } }) => {
  const t = usePersonsTexts();
  return person.auskunftssperre === true ? <Notice tone="alarm">{t.blocked}</Notice> : null;
};
