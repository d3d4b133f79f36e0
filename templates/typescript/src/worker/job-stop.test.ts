import { describe, expect, it } from 'vitest';
import { JobStop, StopRequest } from './job-stop.js';

describe('A request to stop', () => {
  it('aborts the signal that was asked for before, once, and keeps the first reason', () => {
    const request = new StopRequest();
    const { signal } = request;
    expect([signal.aborted, request.reason]).toEqual([false, undefined]);
    request.stop('cancelled');
    request.stop('closing');
    expect([JobStop.of(signal), request.reason, request.signal]).toEqual(['cancelled', 'cancelled', signal]);
  });

  it('gives a signal that is aborted where it was made before', () => {
    const request = new StopRequest();
    request.stop('closing');
    expect(JobStop.of(request.signal)).toBe('closing');
  });
});
