import './markdown.css';
import { type Block, type Inline, parseMarkdown } from './parse-markdown.ts';

const Words = ({ inline }: { inline: Inline[] }) => (
  <>
    {inline.map((each, index) => {
      const key = `${index} ${each.text}`;
      if (each.kind === 'strong') return <strong key={key}>{each.text}</strong>;
      if (each.kind === 'em') return <em key={key}>{each.text}</em>;
      if (each.kind === 'code') return <code key={key}>{each.text}</code>;
      if (each.kind === 'link')
        return (
          <a key={key} href={each.href} {...(each.href.startsWith('/') ? {} : { rel: 'noopener noreferrer', target: '_blank' })}>
            {each.text}
          </a>
        );
      return each.text;
    })}
  </>
);

const Part = ({ block, under }: { block: Block; under: 1 | 2 }) => {
  if (block.kind === 'heading') {
    const Heading = `h${block.level + under - 1}` as 'h2' | 'h3' | 'h4';
    return (
      <Heading>
        <Words inline={block.inline} />
      </Heading>
    );
  }
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List>
        {block.items.map((inline, index) => (
          <li key={`${index} ${inline[0]?.text ?? ''}`}>
            <Words inline={inline} />
          </li>
        ))}
      </List>
    );
  }
  const words = <Words inline={block.inline} />;
  return block.kind === 'quote' ? <blockquote>{words}</blockquote> : <p>{words}</p>;
};

/** A text in Markdown. It is built of elements, never of markup, so nothing in it can be more than text. `under`: level of the heading above it. */
export const Markdown = ({ source, under = 1 }: { source: string; under?: 1 | 2 }) => (
  <div class="prose" lang="de">
    {parseMarkdown(source).map((block, index) => (
      <Part key={`${index} ${block.kind}`} block={block} under={under} />
    ))}
  </div>
);
