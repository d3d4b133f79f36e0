/** The forms in which diagnostics can be told. */
export const formats = ['pretty', 'json', 'github', 'sarif'] as const;

/** A form in which diagnostics can be told. */
export type Format = (typeof formats)[number];
