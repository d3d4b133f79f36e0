import type { Message, Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { sampleOf } from '../model/sample.js';
import type { Json } from '../json.js';
import { valueExpression } from '../render/typescript/literals.js';
import { codeBlock } from '../text/code-span.js';

/** Code of one version, and what the same is in the next one. */
export interface Calls {
  readonly before: string;
  readonly after: string;
}

/** The code that sends a message: a call of the client, or where workers alone send it, the payload. */
export function callOf({ method, sentBy }: Message, payload: Json): string {
  const value = valueExpression(payload, 0);
  return sentBy === 'workers' ? value : `await client.${method}(${value});`;
}

/** A payload that shows how a message is sent: its shortest example, or a small one that its type allows. */
export function examplePayload({ examples, payload }: Message, model: Model): Json {
  const types = namedTypes(model);
  const lengthOf = (example: { readonly payload: Json }): number => JSON.stringify(example.payload).length;
  const [shortest] = examples.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  return shortest?.payload ?? sampleOf(payload.type, (name) => types.get(name)?.type ?? { kind: 'null' });
}

/** Old and new code side by side, as Markdown that holds a table of HTML: only that can hold code of several lines. */
export function sideBySide({ before, after }: Calls, versions: Calls): string {
  return `<table>
<tr><th>${versions.before}</th><th>${versions.after}</th></tr>
<tr><td>

${codeBlock('ts', before)}

</td><td>

${codeBlock('ts', after)}

</td></tr>
</table>`;
}
