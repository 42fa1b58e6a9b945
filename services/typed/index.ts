/** What a person meant by what they typed: dates, numbers, amounts, texts. Runs in browsers and services alike; others import its files one by one. */
export {};
