import type { Options } from 'ajv';

/**
 * Options for ajv as an oracle. By default it inlines references and optimizes code, which takes most of the time where
 * each of many schemas judges few values; its verdicts are the same.
 */
export const quickAjv: Options = { strict: false, inlineRefs: false, code: { optimize: false } };
