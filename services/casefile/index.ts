/** The case as its clerk sees it: facts, waits, tasks, history, letters and drawing in one view. */
export {};
