/** The desk of a legal specialist: questions, second checks and objections that wait for them. */
export {};
