import { describe, expect, it, vi } from 'vitest';
import * as errors from './index.js';

const payloadError = (from = errors) => new from.WebhookPayloadError('m', { reason: 'not-json' });

describe('instanceof', () => {
  class Own extends errors.WebhookPayloadError {}

  it('holds between copies of the package, class by class', async () => {
    vi.resetModules();
    const copy = await import('./index.js');
    expect(copy.WebhookError).not.toBe(errors.WebhookError);
    const error = payloadError(copy);
    expect(error).toBeInstanceOf(errors.WebhookPayloadError);
    expect(error).toBeInstanceOf(errors.WebhookError);
    expect(error).not.toBeInstanceOf(errors.WebhookVerificationError);
    expect(error).not.toBeInstanceOf(Own);
    expect(new Own('m', { reason: 'not-json' })).toBeInstanceOf(copy.WebhookPayloadError);
    expect(new copy.WebhookVerificationError('m', { reason: 'missing-header' })).toBeInstanceOf(
      errors.WebhookVerificationError,
    );
  });

  it.each([undefined, null, 'WebhookError', new Error('m'), { name: 'WebhookError' }, Object.create(null)])(
    'does not take %o for an error of a webhook',
    (value) => {
      expect(value instanceof errors.WebhookError).toBe(false);
      expect(value instanceof errors.WebhookPayloadError).toBe(false);
    },
  );

  it('holds for a class of the caller alone where the caller made the error', () => {
    expect(new Own('m', { reason: 'not-json' })).toBeInstanceOf(Own);
    expect(payloadError()).not.toBeInstanceOf(Own);
  });
});
