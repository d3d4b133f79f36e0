import { describe, expect, it } from 'vitest';
import { messageFile, modelOf } from '../../testing/catalog.js';
import { policyExpression } from './policy.js';

const object = { type: 'object' };

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
    const { messages } = modelOf({
      'messages/demo/a-request.yaml': messageFile('a-request', object, more),
      'messages/demo/b-completed.yaml': messageFile('b-completed', object),
    });
    expect(messages.map((message) => policyExpression(message, 2))[0]).toBe(want);
  });
});
