import type { Json, JsonObject } from '../../json.js';
import { describe, expect, it } from 'vitest';
import { messageFile, modelOf, type CatalogFiles } from '../../testing/catalog.js';
import { policyExpression } from './policy.js';

const object = { type: 'object' };

function policyOf(payload: Json, more: JsonObject, files: CatalogFiles = {}): string {
  const model = modelOf({
    'messages/demo/a-request.yaml': messageFile('a-request', payload, more),
    'messages/demo/b-completed.yaml': messageFile('b-completed', object),
    ...files,
  });
  return model.messages.map((message) => policyExpression(message, 2))[0] ?? '';
}

describe('policyExpression', () => {
  it.each([
    [{}, "{ domain: 'demo', sentBy: 'callers' }"],
    [{ sentBy: 'both', outcome: 'b-completed' }, "{ domain: 'demo', sentBy: 'both', outcome: 'b-completed' }"],
    [{ emits: ['b-completed'] }, "{ domain: 'demo', sentBy: 'callers', emits: ['b-completed'] }"],
    [
      { retry: { attempts: 2, backoff: { type: 'fixed', delay: '0.07s' }, neverOn: ["it's"] } },
      `{
    domain: 'demo',
    sentBy: 'callers',
    retry: {
      attempts: 2,
      backoff: { type: 'fixed', delay: 70 },
      neverOn: ["it's"],
    },
  }`,
    ],
    [
      { deprecated: { since: '1.0.0', replacedBy: 'b-completed' } },
      `{
    domain: 'demo',
    sentBy: 'callers',
    deprecated: { since: '1.0.0', replacedBy: 'b-completed' },
  }`,
    ],
  ])('gives for %j', (more, want) => {
    expect(policyOf(object, more)).toBe(want);
  });

  const hook = { type: 'object', properties: { webhookUrl: { type: 'string' } } };
  it.each([
    [hook, true],
    [{ $ref: '../../types/hook.yaml' }, true],
    [{ allOf: [object, { $ref: '../../types/hook.yaml' }] }, true],
    [{ anyOf: [hook, { type: 'string' }] }, true],
    [{ type: 'object', properties: { inner: hook } }, false],
  ])('says of a payload that is %j whether a webhook reports its end: %j', (payload, want) => {
    const outcome = { outcome: 'b-completed' };
    expect(policyOf(payload, outcome, { 'types/hook.yaml': hook }).includes('webhook: true')).toBe(want);
    expect(policyOf(payload, {}, { 'types/hook.yaml': hook })).not.toContain('webhook');
  });
});
