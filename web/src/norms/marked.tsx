import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The sections looked for, as they are written. */
export const SectionsContext = createContext<readonly string[]>([]);

/** A text of the office with the sections looked for marked in it. */
export const Marked = ({ text }: { text: string }) => {
  const sections = useContext(SectionsContext);
  if (sections.length === 0) return <span lang="de">{text}</span>;
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${sections.join('|')})(?![\\p{L}\\p{N}])`, 'u'));
  return (
    <span lang="de">
      {/* Every second part is a section. */}
      {parts.map((part, index) => (index % 2 === 1 ? <mark key={`${index} ${part}`}>{part}</mark> : part))}
    </span>
  );
};
