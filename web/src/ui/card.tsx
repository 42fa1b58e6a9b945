import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

type Props = {
  /** Of the headline, by which the card is named. */
  id?: string;
  /** Said about what stands beside it. */
  aside?: boolean;
  title: ComponentChildren;
  /** Opposite the headline. */
  beside?: ComponentChildren;
  class?: string;
  'aria-busy'?: boolean;
  children?: ComponentChildren;
};

/** One matter of a page, with its headline. */
export const Card = ({ id, aside, title, beside, class: more, children, ...rest }: Props) => {
  const Element = aside ? 'aside' : 'section';
  const headline = <h2 id={id}>{title}</h2>;
  return (
    <Element class={classes('case-card', more)} aria-labelledby={id} {...rest}>
      {beside ? (
        <div class="case-card__head">
          {headline}
          {beside}
        </div>
      ) : (
        headline
      )}
      {children}
    </Element>
  );
};
