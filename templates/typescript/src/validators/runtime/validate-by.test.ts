import { describe, expect, it } from 'vitest';
import { compileValidator } from './compile-validator.js';
import { validateBy } from './validate-by.js';

describe('A check by message type', () => {
  const validate = validateBy({ greeting: compileValidator<string>({ type: 'string' }) });

  it.each([
    ['greeting', 'hello', 0],
    ['greeting', 1, 1],
    ['not-known', 1, 0],
    ['toString', 1, 0],
    ['__proto__', 1, 0],
  ])('of %s and %j finds %i problems', (messageType, payload, want) => {
    expect(validate(messageType, payload)).toHaveLength(want);
  });
});
