/** One reason why a payload does not fit its schema. */
export interface ValidationProblem {
  /** Where in the payload: a JSON pointer (RFC 6901), empty for the payload as a whole. */
  readonly pointer: string;
  /** What is wrong there, as a sentence. Values are not quoted, since they may be secret. */
  readonly message: string;
}

/**
 * Checks a payload against the schema of a message.
 *
 * @returns Every problem; none where the payload fits, or where the message type is not known.
 */
export type Validate = (messageType: string, payload: unknown) => readonly ValidationProblem[];
