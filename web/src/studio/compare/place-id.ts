/** Where a difference is shown on the page; any text makes a valid id. */
export const placeId = (path: string, elementId: string): string => `ort-${encodeURIComponent(`${path} ${elementId}`)}`;
