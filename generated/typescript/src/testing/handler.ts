/** What a job of a message returns: the payload of its outcome, `unknown` where the catalog links none. */
export type OutcomePayload<Outcomes, Type> = Type extends keyof Outcomes ? Outcomes[Type] : unknown;

/** What a job of a message may send while it runs, by message type. */
export type EmittedPayloads<Emits, Type> = Type extends keyof Emits ? Emits[Type] & object : Record<never, never>;
