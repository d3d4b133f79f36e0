import type { Json } from '../json.js';

/** A schema whose keywords are being replaced, one by one. */
export type DraftSchema = { [keyword: string]: Json };

/** Gives what a keyword holds in 2020-12, `undefined` where it goes, and may change others of its schema. */
export type Rewrite = (value: Json, schema: DraftSchema, report: (reason: string) => void) => Json | undefined;
