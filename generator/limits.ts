/** Bytes that a file of a catalog may have: 8 MiB. */
export const maxFileBytes = 8 * 1024 * 1024;

/** Levels of lists and mappings that a file may nest; two of them make one level of a payload's fields. */
export const maxDepth = 100;
