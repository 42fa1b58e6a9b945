/** The class names that apply, as `class` wants them. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
