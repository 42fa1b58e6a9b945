import type { JSX, Ref } from 'preact';
import { classes } from './classes.ts';

type Look = { primary?: boolean; danger?: boolean; small?: boolean; class?: string };
type Of<Name extends 'a' | 'button'> = Omit<JSX.IntrinsicElements[Name], 'class' | 'className' | 'ref'>;
/** `at` is for who gives it the focus again. */
type Pressed = Of<'button'> & { at?: Ref<HTMLButtonElement> };

const looked = ({ primary, danger, small, class: more, ...rest }: Look) => ({
  class: classes('button', small && 'button--small', primary && 'button--primary', danger && 'button--danger', more),
  ...rest,
});

/** Does something here; sends nothing unless its type is submit. */
export const Button = ({ at, ...rest }: Pressed & Look) => <button type="button" ref={at} {...looked(rest)} />;

/** Looks like a button and goes somewhere. */
export const ButtonLink = (props: Of<'a'> & Look) => <a {...looked(props)} />;

/** Looks like a link and does something here: the lesser of two choices, or one in a line of text. */
export const LinkButton = ({ class: more, at, ...rest }: Pressed & { class?: string }) => (
  <button type="button" ref={at} class={classes('link-button', more)} {...rest} />
);
