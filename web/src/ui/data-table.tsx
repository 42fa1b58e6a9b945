import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

type Props = {
  /** What the table shows, for who does not see where it stands. */
  caption: string;
  /** Seen by everybody, where no headline says it. */
  captionShown?: boolean;
  /** More columns than a card could hold: on a narrow screen it scrolls. Else each row becomes a small card, whose cells say their column by `data-label`. */
  scrolls?: boolean;
  class?: string;
  'aria-busy'?: boolean;
  children: ComponentChildren;
};

/** Rows and columns. */
export const DataTable = ({ caption, captionShown, scrolls, class: more, children, ...rest }: Props) => {
  const table = (
    <table class={classes('table', !scrolls && 'table--stack', more)} {...rest}>
      <caption class={captionShown ? undefined : 'visually-hidden'}>{caption}</caption>
      {children}
    </table>
  );
  return scrolls ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={caption}>
      {table}
    </section>
  ) : (
    <div class="scroll">{table}</div>
  );
};
