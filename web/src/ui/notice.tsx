import type { JSX } from 'preact';
import { classes } from './classes.ts';

export type Tone = 'good' | 'warn' | 'alarm' | 'news';

type Props = Omit<JSX.IntrinsicElements['p'], 'class' | 'className' | 'ref'> & {
  tone?: Tone;
  /** More than one paragraph. */
  block?: boolean;
  class?: string;
};

/** What one should know before one goes on. Who must hear of it at once says so by `role`. */
export const Notice = ({ tone, block, class: more, ...rest }: Props) => {
  const Element = block ? 'div' : 'p';
  return <Element class={classes('notice', tone && `notice--${tone}`, more)} {...(rest as object)} />;
};
