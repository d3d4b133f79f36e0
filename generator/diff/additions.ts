import { namedTypes } from '../model/named-types.js';
import type { Model } from '../model/model.js';
import { fieldRows, type FieldRow } from '../render/markdown/field-rows.js';
import { firstSentence } from '../render/markdown/markdown.js';
import { codeSpan } from '../text/code-span.js';

/**
 * What callers and workers gain: messages that came, and fields that may be there from now on.
 *
 * @returns A line of Markdown each.
 */
export function additions(before: Model, after: Model): readonly string[] {
  const known = new Map(before.messages.map((message) => [message.name, message]));
  const [was, is] = [namedTypes(before), namedTypes(after)];
  return after.messages.flatMap((message) => {
    const { name, method, sentBy, description } = message;
    const old = known.get(name);
    const way = sentBy === 'workers' ? 'Workers send it.' : `Send it with ${codeSpan(`client.${method}(…)`)}.`;
    if (old === undefined) return [`${codeSpan(name)}: ${firstSentence(description)} ${way}`];
    const paths = new Set(fieldRows(old.payload.type, was).map(({ path }) => path));
    const came = fieldRows(message.payload.type, is).filter(({ path }) => !paths.has(path));
    // What lies in a field that came is part of it.
    const outermost = came.filter(({ path }) => !came.some((row) => /^[.[]/.test(restOf(path, row.path))));
    return outermost.filter(({ isOptional }) => isOptional).map((row) => `${codeSpan(name)} may have ${words(row)}`);
  });
}

const restOf = (path: string, start: string): string => (path.startsWith(start) ? path.slice(start.length) : '');
const words = ({ path, notes: { description } }: FieldRow): string =>
  `${codeSpan(path)}${description === '' ? '' : `: ${firstSentence(description)}`}`;
