import { UnknownNameError } from './strict-view.js';

/** A template cannot be rendered, or what it renders is not what it should be. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  /** @param subject - Name of the message or type that it was rendered for, where it is rendered for each. */
  constructor(
    readonly template: string,
    content: string,
    cause: Error,
    subject?: string,
  ) {
    const { place, message, isOfTemplate } =
      cause instanceof UnknownNameError
        ? { place: placeOf(cause.unknown, content), message: cause.message, isOfTemplate: true }
        : plain(cause.message);
    const where = subject === undefined || isOfTemplate ? '' : `, for ${subject}`;
    super(`The template ${template}${place}${where}: ${message}`, { cause });
  }
}

/** Line and column of a name where an expression first has it, as `:2:1`; empty where none has. */
function placeOf(name: string, content: string): string {
  for (const { 0: expression, index } of content.matchAll(/\{\{[^}]*\}\}/g)) {
    const word = [...expression.matchAll(/[\w$-]+/g)].find(([found]) => found === name);
    if (word === undefined) continue;
    const before = content.slice(0, index + word.index).split('\n');
    return `:${before.length}:${(before.at(-1) ?? '').length + 1}`;
  }
  return '';
}

interface Plain {
  /** Line and column as `:2:1`, as far as they are known. */
  readonly place: string;
  readonly message: string;
  /** Whether the template cannot be filled whatever it is rendered for. */
  readonly isOfTemplate: boolean;
}

/** Handlebars prints tokens of its grammar, or the object that lacks a name, which says nothing, and counts columns from 0. */
function plain(message: string): Plain {
  const unreadable = /^Parse error on line (\d+):.* got '(\w+)'$/s.exec(message);
  if (unreadable !== null) {
    const [, line, token] = unreadable;
    const problem =
      token === 'EOF'
        ? 'The template ends inside a block or an expression: close it.'
        : 'Handlebars cannot read what stands here: look for a brace, a quote or a block that is not closed, or closed twice.';
    return { place: `:${line}`, message: problem, isOfTemplate: true };
  }
  const placed = /^(.*) - (\d+):(\d+)$/s.exec(message);
  if (placed === null) return { place: '', message, isOfTemplate: false };
  const [, problem = '', line, column] = placed;
  const place = `:${line}:${Number(column) + 1}`;
  const missing = /^("[^"]*") not defined in /.exec(problem);
  if (missing !== null) return { place, message: `${missing[1]} is no name that it knows here.`, isOfTemplate: false };
  return { place, message: inWords(problem), isOfTemplate: true };
}

function inWords(problem: string): string {
  const [, helper] = /used the unknown helper (\S+)$/.exec(problem) ?? [];
  if (helper !== undefined) return `There is no helper "${helper}": a template has #if and #each alone.`;
  const [, open, close] = /^(\S+) doesn't match (\S+)$/.exec(problem) ?? [];
  return open === undefined ? `${problem}.` : `The block "${open}" is closed as "${close}".`;
}
