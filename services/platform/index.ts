/** The ground: settings, clock, working days, HTTP, sign-in, events, audit trail. Knows no word of the office; others import its files one by one. */
export {};
