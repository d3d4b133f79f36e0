/** What the text of a new message says. */
export interface NewMessage {
  readonly name: string;
  /** First line, naming the schema for editors; empty where there is none to name. */
  readonly modeline: string;
}

/** A name without the word that says what kind of message it is. */
export function subjectOf(name: string): string {
  return name.replace(/-(?:request|completed|event)$/, '');
}

/** The file of a message that asks for a job: valid, and true of any such job, until someone says more. */
export function requestText({ name, modeline }: NewMessage, outcome: string | undefined): string {
  const end = outcome === undefined ? '' : `\n\n  The end of the job, good or bad, is reported in \`${outcome}\`.`;
  return `${modeline}name: ${name}
description: |-
  Asks a worker to do one \`${subjectOf(name)}\` job.${end}
${outcome === undefined ? '' : `outcome: ${outcome}\n`}examples:
  - title: Ask for one job
    payload:
      subjectId: 3f2b8c1e-5a4d-4e6f-9b7a-1c2d3e4f5a6b
payload:
  type: object
  required: [subjectId]
  properties:
    subjectId:
      type: string
      description: What the job works on, by the id under which the backend stores it.
`;
}

/** The file of a message that reports the end of a job that another asked for. */
export function outcomeText({ name, modeline }: NewMessage, request: string): string {
  return `${modeline}name: ${name}
description: |-
  Reports how a job that \`${request}\` asked for has ended.

  Workers send it once for each job. Match it to the request by \`originalJobId\`.
examples:
  - title: A job that went well
    payload:
      originalJobId: '18342'
      status: COMPLETED
      completedAt: '2026-03-14T09:26:53Z'
  - title: A job that failed
    payload:
      originalJobId: '18343'
      status: FAILED
      errorMessage: The worker ran out of memory.
      completedAt: '2026-03-14T09:27:08Z'
payload:
  type: object
  required: [originalJobId, status]
  properties:
    originalJobId:
      type: string
      description: Id of the job that has ended, as the answer to \`${request}\` gave it.
    status:
      type: string
      description: How the job ended. \`FAILED\` comes with an \`errorMessage\`.
      x-known-values: [COMPLETED, FAILED]
    errorMessage:
      type: string
      description: What went wrong, in words for people. Present when \`status\` is \`FAILED\`.
    completedAt:
      type: string
      description: When the job ended, well or not.
      format: date-time
`;
}

/** The file of a message that tells of something that has happened. */
export function eventText({ name, modeline }: NewMessage): string {
  return `${modeline}name: ${name}
description: |-
  Tells whoever listens of one \`${subjectOf(name)}\` event.
examples:
  - title: Tell of one
    payload:
      subjectId: 3f2b8c1e-5a4d-4e6f-9b7a-1c2d3e4f5a6b
      occurredAt: '2026-03-14T09:26:53Z'
payload:
  type: object
  required: [subjectId, occurredAt]
  properties:
    subjectId:
      type: string
      description: What it has happened to, by the id under which the backend stores it.
    occurredAt:
      type: string
      description: When it happened, by the sender's clock.
      format: date-time
`;
}
