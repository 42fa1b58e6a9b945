import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

type Props = { class?: string /** What it shows is on its way. */; busy?: boolean; children?: ComponentChildren };

/** What a view shows below the frame. */
export const Page = ({ class: more, busy, children }: Props) => (
  <div class={classes('work', more)} aria-busy={busy}>
    {children}
  </div>
);

type WayProps = { label: string /** Where one came from, then where one is. */; children: ComponentChildren };

/** The way back, over the headline. */
export const Breadcrumb = ({ label, children }: WayProps) => (
  <nav aria-label={label} class="breadcrumb">
    {children}
  </nav>
);
