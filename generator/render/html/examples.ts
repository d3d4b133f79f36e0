import type { MessageExample } from '../../catalog/catalog.js';
import type { Json } from '../../json.js';
import type { Message } from '../../model/model.js';
import type { View } from '../rendered.js';
import { valueExpression } from '../typescript/literals.js';
import { handlerExample } from '../typescript/handler-example.js';
import { codeListing, type Language } from './code.js';
import { shown } from './markup.js';

/** What examples of a message are written with. */
export interface ExampleContext {
  readonly packageName: string;
  /** Names of the environment variables that the client reads. */
  readonly environment: { readonly baseUrl: string; readonly apiKey: string };
  /** Gives a payload of a message, by name. */
  readonly exampleOf: (name: string) => Json;
}

/** An example in each language that a reader may want it in; its number tells the examples of a page apart. */
export function exampleView(
  message: Message,
  { title, payload }: MessageExample,
  number: number,
  context: ExampleContext,
) {
  const tabs: readonly (readonly [title: string, language: Language, code: string])[] = [
    ['TypeScript', 'ts', typeScript(message, payload, context)],
    ['curl', 'shell', curl(message, payload, context)],
    ['JSON', 'json', JSON.stringify(payload, null, 2)],
    // The same whatever the payload.
    ...(number === 0 ? [['Worker', 'ts', handler(message, context)] as const] : []),
  ];
  return {
    title: shown(title),
    number: shown(number),
    tabs: tabs.map(([name, language, code]) => ({ name: shown(name), code: shown(codeListing(code, language)) })),
  } satisfies View;
}

function typeScript({ method, outcome }: Message, payload: Json, { packageName }: ExampleContext): string {
  const end =
    outcome === undefined
      ? 'console.log(job.jobId);'
      : 'const outcome = await client.waitFor(job);\nconsole.log(outcome.returnvalue);';
  return `import { WorkerClient } from '${packageName}';

const client = new WorkerClient();
const job = await client.${method}(${valueExpression(payload, 0)});
${end}`;
}

function handler(message: Message, { packageName, exampleOf }: ExampleContext): string {
  return `import { defineHandlers } from '${packageName}/worker';

export const handlers = defineHandlers({
  ${handlerExample(message, exampleOf)}
});`;
}

function curl({ name }: Message, payload: Json, { environment }: ExampleContext): string {
  const body = JSON.stringify(payload, null, 2).replaceAll("'", String.raw`'\''`);
  return `curl "$${environment.baseUrl}/api/jobs/${name}" \\
  -H "Authorization: Bearer $${environment.apiKey}" \\
  -H 'Content-Type: application/json' \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -d '${body}'`;
}
