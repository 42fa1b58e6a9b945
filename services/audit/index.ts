/** The audit as people read it: who did and who read what, filtered, exported, and who has read one person. */
export {};
