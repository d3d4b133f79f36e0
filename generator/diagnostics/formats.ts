/** The formats in which diagnostics are written. */
export const formats = ['pretty', 'json', 'github', 'sarif'] as const;

/** One of {@link formats}. */
export type Format = (typeof formats)[number];
