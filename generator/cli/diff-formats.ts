/** How `diff` prints. */
export const diffFormats = ['pretty', 'markdown', 'github', 'json'] as const;

/** One of {@link diffFormats}. */
export type DiffFormat = (typeof diffFormats)[number];
