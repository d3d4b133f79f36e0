import { isJsonObject, type Json } from '../../json.js';
import type { Message } from '../../model/model.js';
import type { Code } from '../rendered.js';
import { objectExpression, stringLiteral, valueExpression } from './literals.js';

/** A handler of a message as an entry of an object literal, indented by two columns: what it sends, and what it returns. */
export function handlerExample({ name, emits, outcome }: Message, exampleOf: (name: string) => Json): Code {
  const value = (message: string): Code => valueExpression(exampleOf(message), 4);
  const lines = [
    '// Do what `payload` asks for, and stop when `job.signal` aborts.',
    ...emits.slice(0, 1).map((emitted) => `await job.emit(${stringLiteral(emitted)}, ${value(emitted)});`),
    ...(outcome === undefined ? [] : [`return ${outcomeExpression(exampleOf(outcome))};`]),
  ];
  return `${stringLiteral(name)}: async (payload, job) => {\n${lines.map((line) => `    ${line}\n`).join('')}  },` as Code;
}

/** An outcome as a handler returns it: with the id of the job where the example has that of one that was. */
function outcomeExpression(outcome: Json): Code {
  if (!isJsonObject(outcome)) return valueExpression(outcome, 4);
  const shown = (name: string, value: Json): Code =>
    name === 'originalJobId' && typeof value === 'string' ? ('job.id' as Code) : valueExpression(value, 6);
  const entries = Object.entries(outcome).map(([name, value]) => [name, shown(name, value)] as const);
  return objectExpression(entries, 4);
}
