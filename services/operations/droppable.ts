/**
 * Commands that may be dropped: what they would have done can be done again by a person or is told in another way. All others carry
 * somebody's work or decision (a completed task, a note, a release) and are kept until they succeed.
 */
export const droppable: ReadonlySet<string> = new Set(['publish-message', 'retry-incident', 'send-mail-notice']);
