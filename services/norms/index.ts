/** Norms: where in models, tables, forms, letters and articles a paragraph stands. */
export {};
