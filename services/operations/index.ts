/** Operations: incidents and failed commands, the rebuild and the audit from the command line. */
export {};
