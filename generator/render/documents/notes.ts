const keywords = `Schemas are JSON Schema 2020-12 with two keywords on top. \`x-known-values\` lists values of a text that stays open to \
others. \`x-secret\` marks credentials, which are never to be printed. Descriptions say both in words.`;

const messages = `What the catalog says of a message beside its payload (who sends it, \`outcome\`, \`emits\`, \`retry\`, \`deprecated\`) \
is in its description, and for programs in \`x-message\`.`;

/** What OpenAPI cannot say, in words. */
export const openApiNotes = `Each message type has a path, to which its payload is posted. What a job leads to is no answer to that \
request: OpenAPI has no word for the message that reports a job's end, for those that are sent while it runs, nor for how often it is \
attempted. The messages that reach a \`webhookUrl\` are webhooks here; the others have a path as well, since workers send them the same way.

${messages}

An extension that a backend lacks is ignored (\`Idempotency-Key\`, \`If-None-Match\`, \`Prefer\`), or not to be used before \
\`GET /api/capabilities\` names it (\`Job-Delay\`, cancelling). An error's body may be anything.

${keywords}`;

/** What AsyncAPI cannot say, in words. */
export const asyncApiNotes = `Written from a caller's side: a message that callers send is sent, one that workers send is received; a \
worker turns both around. Each message type has a queue of its own, named after it, which is the channel. Over HTTP its payload is \
posted to the path of that name.

The reply to a request is the message that reports the end of its job. AsyncAPI has no word for messages that are sent while a job \
runs, for how often it is attempted, for a message that is deprecated, nor for an outcome that is posted to a \`webhookUrl\`, signed as \
Standard Webhooks has it (\`webhook-id\`, \`webhook-timestamp\`, \`webhook-signature\`; its body has \`type\`, \`timestamp\`, \`data\`, \`jobId\`). \
${messages}

${keywords} The format of the schemas, \`application/schema+json;version=2020-12\`, is none that every tool knows: a parser may need a \
plug-in to check them.`;
