import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

type Props = { class?: string; children: ComponentChildren };

/** A list whose entries have a hairline between them: what it is on the left, what belongs to it on the right. */
export const Lines = ({ children }: { children: ComponentChildren }) => <ul class="lines">{children}</ul>;

export const Line = ({ class: more, children }: Props) => <li class={classes('line', more)}>{children}</li>;

/** Names and values, beside each other where there is room. */
export const FactList = ({ class: more, children }: Props) => <dl class={classes('facts', more)}>{children}</dl>;

type FactProps = { name: ComponentChildren; nameLang?: string; class?: string; lang?: string; children: ComponentChildren };

export const FactRow = ({ name, nameLang, children, ...value }: FactProps) => (
  <div>
    <dt lang={nameLang}>{name}</dt>
    <dd {...value}>{children}</dd>
  </div>
);
