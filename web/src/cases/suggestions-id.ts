/** Id of the list of what has been found while somebody types. */
export const SUGGESTIONS = 'vorgang-vorschlaege';
