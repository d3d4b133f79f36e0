import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.js';

const now = Date.parse('2026-01-01T00:00:00Z');

describe('parseRetryAfter', () => {
  it.each([
    { headers: {}, want: undefined },
    { headers: { 'retry-after': '0' }, want: 0 },
    { headers: { 'retry-after': '120' }, want: 120_000 },
    { headers: { 'retry-after': '999999999' }, want: 999_999_999_000 },
    { headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, want: 30_000 },
    { headers: { 'retry-after': 'Wed, 31 Dec 2025 23:59:30 GMT' }, want: 0 },
    { headers: { 'retry-after-ms': '250' }, want: 250 },
    { headers: { 'retry-after-ms': '250', 'retry-after': '9' }, want: 250 },
    { headers: { 'retry-after-ms': 'soon', 'retry-after': '9' }, want: 9_000 },
  ])('reads $headers as $want', ({ headers, want }) => {
    expect(parseRetryAfter(headers, now)).toBe(want);
  });

  it.each([
    '',
    '-1',
    '+5',
    '1.5',
    '1e3',
    '0x10',
    ' 5',
    '5, 6',
    '5s',
    'Infinity',
    '1234567890123',
    'tomorrow',
    '2026-01-01',
    '2026-01-01T00:00:30Z',
    'Thu, 01 Jan 2026 00:00:30 +0000',
    'Thu, 1 Jan 2026 00:00:30 GMT',
    'Fri, 01 Jan 2026 00:00:30 GMT',
    'Sat, 31 Feb 2026 00:00:30 GMT',
    'Thu, 01 Jan 2026 24:00:00 GMT',
    'thu, 01 jan 2026 00:00:30 gmt',
  ])('ignores "%s"', (value) => {
    expect(parseRetryAfter({ 'retry-after': value }, now)).toBeUndefined();
    expect(parseRetryAfter({ 'retry-after-ms': value }, now)).toBe(value === '1234567890' ? 1_234_567_890 : undefined);
  });
});
