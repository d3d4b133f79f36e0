import type { MessageExample } from '../../catalog/catalog.js';
import type { Json } from '../../json.js';
import type { Message } from '../../model/model.js';
import type { View } from '../rendered.js';
import { valueExpression } from '../typescript/literals.js';
import { handlerExample } from '../typescript/handler-example.js';
import { codeListing, type Language } from './code.js';
import type { PageContext } from './fields.js';
import { shown } from './markup.js';

/** An example in each language that a reader may want it in; its number distinguishes the examples of a page. */
export function exampleView(
  message: Message,
  { title, payload }: MessageExample,
  number: number,
  context: PageContext,
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

function typeScript({ method, outcome }: Message, payload: Json, { settings }: PageContext): string {
  const end =
    outcome === undefined
      ? 'console.log(job.jobId);'
      : 'const outcome = await client.waitFor(job);\nconsole.log(outcome.returnvalue);';
  return `import { WorkerClient } from '${settings.package.name}';

const client = new WorkerClient();
const job = await client.${method}(${valueExpression(payload, 0)});
${end}`;
}

function handler(message: Message, { settings, exampleOf }: PageContext): string {
  return `import { defineHandlers } from '${settings.package.name}/worker';

export const handlers = defineHandlers({
  ${handlerExample(message, exampleOf)}
});`;
}

function curl({ name }: Message, payload: Json, { settings: { environment } }: PageContext): string {
  const body = JSON.stringify(payload, null, 2).replaceAll("'", String.raw`'\''`);
  return `curl "$${environment.baseUrl}/api/jobs/${name}" \\
  -H "Authorization: Bearer $${environment.apiKey}" \\
  -H 'Content-Type: application/json' \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -d '${body}'`;
}
