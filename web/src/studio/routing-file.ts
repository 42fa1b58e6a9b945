/** The routing table, and what opens it at a row that is not there yet. */
export const routingFile = 'decisions/routing.dmn';
export const newRow = 'neu';
