import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A shape as the published client had it: JSON Schema's keywords for structure alone. */
export interface PublishedShape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, PublishedShape>>;
  readonly required?: readonly string[];
  readonly items?: PublishedShape;
  readonly additionalProperties?: PublishedShape;
}

/** A field of a message of the published client; `type` is `null` where none was published. */
export interface PublishedField {
  readonly name: string;
  readonly type: string | null;
  readonly required: boolean;
  readonly shape?: PublishedShape;
}

/** A message of the published client. */
export interface PublishedMessage {
  readonly name: string;
  readonly constant: string;
  readonly method: string;
  readonly payloadType: string;
  readonly fields: readonly PublishedField[];
}

/** The surface of the client as it was published as 4.0.21, which this project's catalog must keep. */
export const publishedMessages: readonly PublishedMessage[] = (
  JSON.parse(readFileSync(join(import.meta.dirname, 'published-4.0.21.json'), 'utf8')) as {
    messages: PublishedMessage[];
  }
).messages;
