/** The part of Markdown that articles and rules use. Anything else, HTML above all, stays the text it is. */
export type Inline = { kind: 'text' | 'strong' | 'em' | 'code'; text: string } | { kind: 'link'; text: string; href: string };
export type Block =
  | { kind: 'heading'; level: 2 | 3; inline: Inline[] }
  | { kind: 'paragraph' | 'quote'; inline: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] };

const inlineMark =
  /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*]+)\*|(?<![\p{L}\p{N}_])_(?<under>[^_]+)_(?![\p{L}\p{N}_])|`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<href>https:\/\/[^\s)]+|\/[^\s)/][^\s)]*)\)/gu;

/** Links go to our own pages or to https; others stay text. */
export const parseInline = (text: string): Inline[] => {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(inlineMark)) {
    if (match.index > at) found.push({ kind: 'text', text: text.slice(at, match.index) });
    const { strong, em, under, code, label, href } = match.groups ?? {};
    if (label !== undefined && href !== undefined) found.push({ kind: 'link', text: label, href });
    else if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (em !== undefined || under !== undefined) found.push({ kind: 'em', text: em ?? under ?? '' });
    else found.push({ kind: 'code', text: code ?? '' });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ kind: 'text', text: text.slice(at) });
  return found;
};

const item = /^(?:[-*+]|(?<number>\d+[.)]))\s+(?<text>.+)$/;

/** Lines of one kind that stand together. */
type Run = { kind: 'list' | 'ordered' | 'quote' | 'paragraph'; lines: string[] };

const closeRun = (run: Run): Block => {
  if (run.kind === 'list' || run.kind === 'ordered')
    return { kind: 'list', ordered: run.kind === 'ordered', items: run.lines.map(parseInline) };
  return { kind: run.kind, inline: parseInline(run.lines.join(' ')) };
};

export const parseMarkdown = (source: string): Block[] => {
  const blocks: Block[] = [];
  let run: Run | undefined;
  const close = (): void => {
    if (run) blocks.push(closeRun(run));
    run = undefined;
  };
  const add = (kind: Run['kind'], line: string): void => {
    if (run?.kind !== kind) {
      close();
      run = { kind, lines: [] };
    }
    run?.lines.push(line);
  };
  for (const raw of source.replaceAll('\r\n', '\n').split('\n')) {
    const line = raw.trim();
    const heading = /^(#{1,4})\s+(.+)$/.exec(line);
    const listed = item.exec(line);
    if (line === '') close();
    else if (heading) {
      close();
      // The page's own title is the first level.
      blocks.push({ kind: 'heading', level: (heading[1] ?? '').length <= 2 ? 2 : 3, inline: parseInline(heading[2] ?? '') });
    } else if (listed?.groups) add(listed.groups.number ? 'ordered' : 'list', listed.groups.text ?? '');
    else if (line.startsWith('>')) add('quote', line.replace(/^>\s*/, ''));
    else if (/^\s/.test(raw) && run && (run.kind === 'list' || run.kind === 'ordered')) run.lines.push(`${run.lines.pop() ?? ''} ${line}`);
    else add('paragraph', line);
  }
  close();
  return blocks;
};
