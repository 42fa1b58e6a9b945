import { type Block, type Inline, parseMarkdown } from './parse-markdown.ts';

/** Put into each piece of text after it was read, so that nothing put in can become markup. */
type Fill = (text: string) => string;

const Words = ({ inline, fill }: { inline: Inline[]; fill: Fill }) => (
  <>
    {inline.map((each, index) => {
      const key = `${index} ${each.text}`;
      const text = fill(each.text);
      if (each.kind === 'strong') return <strong key={key}>{text}</strong>;
      if (each.kind === 'em') return <em key={key}>{text}</em>;
      if (each.kind === 'code') return <code key={key}>{text}</code>;
      if (each.kind === 'link')
        return (
          <a key={key} href={each.href} {...(each.href.startsWith('/') ? {} : { rel: 'noopener noreferrer', target: '_blank' })}>
            {text}
          </a>
        );
      return text;
    })}
  </>
);

/** Level of the heading above the text; `none`: its own headings are no headings of the page. */
type Under = 1 | 2 | 'none';

const Part = ({ block, under, fill }: { block: Block; under: Under; fill: Fill }) => {
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List>
        {block.items.map((inline, index) => (
          <li key={`${index} ${inline[0]?.text ?? ''}`}>
            <Words inline={inline} fill={fill} />
          </li>
        ))}
      </List>
    );
  }
  const words = <Words inline={block.inline} fill={fill} />;
  if (block.kind === 'heading') {
    if (under === 'none') return <p class="prose__head">{words}</p>;
    const Heading = `h${block.level + under - 1}` as 'h2' | 'h3' | 'h4';
    return <Heading>{words}</Heading>;
  }
  return block.kind === 'quote' ? <blockquote>{words}</blockquote> : <p>{words}</p>;
};

type Props = { source: string; under?: Under; fill?: Fill };

/** A text in Markdown. It is built of elements, never of markup, so nothing in it can be more than text. */
export const Markdown = ({ source, under = 1, fill = (text) => text }: Props) => (
  <div class="prose" lang="de">
    {parseMarkdown(source).map((block, index) => (
      <Part key={`${index} ${block.kind}`} block={block} under={under} fill={fill} />
    ))}
  </div>
);
