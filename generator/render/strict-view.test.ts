import { describe, expect, it } from 'vitest';
import { dataOf } from './data/data.js';
import { compileTemplate } from './compile-template.js';
import { strictView } from './strict-view.js';

const view = strictView(
  'a template',
  {
    message: {
      name: 'a-request',
      outcome: undefined,
      emits: ['b-event'],
      schema: dataOf({ type: 'object', title: 'A' }, JSON.stringify),
      retry: { attempts: dataOf(5, String) },
    },
  },
  { other: 1 },
);

const fill = (template: string): string => compileTemplate<object>(template)(view);

describe('A template', () => {
  it.each([
    ['{{message.name}}', 'a-request'],
    ['{{#if message.outcome}}yes{{else}}no{{/if}}', 'no'],
    ['{{#each message.emits}}{{this}},{{/each}}', 'b-event,'],
    ['{{message.schema}}', '{"type":"object","title":"A"}'],
    ['{{message.schema.title}}', '"A"'],
    ['{{#if message.schema.description}}yes{{else}}no{{/if}}', 'no'],
    ['{{json message.schema.type}} {{shell message.name}}', `"object" 'a-request'`],
    ['{{message.retry.attempts}} {{yaml message.retry.attempts}}', '5 5'],
    ['{{other}}', '1'],
  ])('sees in %s: %s', (template, text) => {
    expect(fill(template)).toBe(text);
  });

  it.each([
    ['{{message.nme}}', 'message has no "nme". Did you mean "name"? It has emits, name, outcome, retry, schema.'],
    ['{{#if message.outcom}}{{/if}}', 'message has no "outcom". Did you mean "outcome"?'],
    ['{{#each message.emit}}{{/each}}', 'message has no "emit". Did you mean "emits"?'],
    ['{{json message.retry.attempt}}', 'retry has no "attempt". Did you mean "attempts"?'],
    ['{{package.name}}', 'a template has no "package".'],
    ['{{json message}}', '{{json}} prints values of the catalog: this is none.'],
  ])('is refused for %s', (template, message) => {
    expect(() => fill(template)).toThrow(message);
  });
});
