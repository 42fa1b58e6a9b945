/** Gateways and events are places, too, but mostly passed in an instant: lists show them on request, or when something stands there. */
export const isStep = (type: string): boolean => /Task$|^callActivity$|^task$/.test(type);
