import type { Json } from '../../json.js';
import type { Message } from '../../model/model.js';
import { valueExpression } from '../typescript/literals.js';
import { handlerExample } from '../typescript/handler-example.js';
import { codeListing, type Language } from './code.js';
import { html, type Markup } from './markup.js';

/** What examples of a message are written with. */
export interface ExampleContext {
  readonly packageName: string;
  /** Names of the environment variables that the client reads. */
  readonly environment: { readonly baseUrl: string; readonly apiKey: string };
  /** Gives a payload of a message, by name. */
  readonly exampleOf: (name: string) => Json;
}

/**
 * An example in each language that a reader may want it in; radio buttons choose one, so that it works without scripts.
 *
 * @param number - Tells the examples of a page apart.
 */
export function exampleTabs(
  message: Message,
  example: { readonly title: string; readonly payload: Json },
  number: number,
  context: ExampleContext,
): Markup {
  const tabs: readonly (readonly [title: string, language: Language, code: string])[] = [
    ['TypeScript', 'ts', typeScript(message, example.payload, context)],
    ['curl', 'shell', curl(message, example.payload, context)],
    ['JSON', 'json', JSON.stringify(example.payload, null, 2)],
    // The same whatever the payload.
    ...(number === 0 ? [['Worker', 'ts', handler(message, context)] as const] : []),
  ];
  return html`<section class="example">
    <h3>${example.title}</h3>
    <div class="tabs" role="group" aria-label="Languages of the example">
      ${tabs.map(
        ([title], index) =>
          html`<input
              type="radio"
              name="example-${number}"
              id="example-${number}-${index}"
              ${index === 0 ? html` checked` : ''}
            /><label for="example-${number}-${index}">${title}</label>`,
      )}${tabs.map(([, language, code]) => html`<div class="tab">${codeListing(code, language)}</div>`)}
    </div>
  </section>`;
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
