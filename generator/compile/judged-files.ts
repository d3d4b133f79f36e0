/**
 * Whether a compiler looks at a file.
 *
 * @param path - Path of the file.
 */
export function isJudged(path: string): boolean {
  return path.endsWith('.json') || isModule(path);
}

/**
 * Whether a file is a module of TypeScript.
 *
 * @param path - Path of the file.
 */
export function isModule(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}
