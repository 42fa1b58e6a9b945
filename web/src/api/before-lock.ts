/** What is done before the session ends, by idleness or by hand: whoever holds something that is not on the server yet saves it. */
export const beforeLock = new Set<() => Promise<void>>();
