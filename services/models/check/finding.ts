/** One remark about a model. `elementId` is empty when the file as a whole is meant. `error` forbids a release, `warning` does not. */
export type Finding = { severity: 'error' | 'warning'; elementId: string; rule: string; message: string };
