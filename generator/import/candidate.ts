import type { Json, JsonObject } from '../json.js';
import type { Place } from './sources.js';

/** Something that becomes a message. */
export interface Candidate {
  /** What it may be called, best first: texts of any kind. */
  readonly names: readonly string[];
  /** Folder below `messages/`; empty for none. */
  readonly domain: string;
  /** What the source says of it. Default: what its schema says. */
  readonly description?: string | undefined;
  /** Its payload's schema. */
  readonly schema: Place;
  /** Payloads that show its use. Default: those of its schema alone. */
  readonly examples?: readonly Json[];
  /** The schema of the message that reports its end. */
  readonly outcome?: Place | undefined;
  /** What else its file says, such as `sentBy`, as the file says it. */
  readonly facts?: JsonObject;
}

/** What documents that this program generated say of a message in `x-message`. */
export function statedFacts(place: Place): Required<Pick<Candidate, 'facts'>> & Partial<Pick<Candidate, 'domain'>> {
  const { domain, ...facts } = place.entry('x-message').object as JsonObject;
  return { facts, ...(typeof domain === 'string' && { domain }) };
}

/** Those of some values that are texts which say something. */
export const textsIn = (values: readonly unknown[]): string[] =>
  values.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
