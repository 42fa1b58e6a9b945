/** The decision that says which section a case belongs to. */
export const ROUTING_TABLE = 'routing';
