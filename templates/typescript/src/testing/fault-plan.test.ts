import { describe, expect, it } from 'vitest';
import type { Fault } from './fault.js';
import { FaultPlan } from './fault-plan.js';
import type { ReceivedRequest } from './received-request.js';

const request = (method: string): ReceivedRequest => ({
  number: 1,
  time: 0,
  connection: 1,
  method,
  url: '/',
  headers: {},
  rawBody: '',
  body: undefined,
  bodyProblem: undefined,
  isTooLarge: false,
  isComplete: true,
});
const status = (code: number): Fault => ({ kind: 'status', status: code });

describe('A fault plan', () => {
  it('takes faults in their order, as often as they were injected, then those of the function', () => {
    const plan = new FaultPlan(() => status(500));
    const injection = plan.inject(status(501), { times: 2 });
    plan.inject(status(502), {});
    const taken = [1, 2, 3, 4].map(() => plan.take(request('GET')));
    expect(taken).toEqual([status(501), status(501), status(502), status(500)]);
    expect(injection.hits).toBe(2);
  });

  it('takes a fault for the requests that it matches alone', () => {
    const plan = new FaultPlan();
    plan.inject(status(501), { match: ({ method }) => method === 'POST' });
    expect([plan.take(request('GET')), plan.take(request('POST')), plan.take(request('POST'))]).toEqual([
      undefined,
      status(501),
      undefined,
    ]);
  });

  it('takes a fault for all requests until it is cancelled', () => {
    const plan = new FaultPlan();
    const injection = plan.inject(status(501), { times: Infinity });
    expect([plan.take(request('GET')), plan.take(request('GET'))]).toEqual([status(501), status(501)]);
    injection.cancel();
    injection.cancel();
    expect(plan.take(request('GET'))).toBeUndefined();
  });

  it.each<[fault: Fault, message: string]>([
    [status(99), 'The fault "status" cannot be injected: status must be an integer from 200 to 599, got 99.'],
    [
      { kind: 'delay', delay: -1 },
      'The fault "delay" cannot be injected: delay must be a number of milliseconds from 0 to 2147483647, got -1.',
    ],
    [
      { kind: 'retry-after', delay: Number.NaN },
      'The fault "retry-after" cannot be injected: delay must be a number of milliseconds from 0 to 2147483647, got NaN.',
    ],
    [
      { kind: 'trickle', interval: 2 ** 31 },
      'The fault "trickle" cannot be injected: interval must be a number of milliseconds from 0 to 2147483647, got 2147483648.',
    ],
    [
      { kind: 'trickle', interval: 1, bytes: 0 },
      'The fault "trickle" cannot be injected: bytes must be an integer of 1 or more, got 0.',
    ],
  ])('refuses %j', (fault, message) => {
    expect(() => new FaultPlan().inject(fault, {})).toThrow(new RangeError(message));
  });

  it('refuses a fault that makes no sense from the function, and zero times', () => {
    expect(() => new FaultPlan(() => status(99)).take(request('GET'))).toThrow(
      new RangeError('faults() gave a fault that makes no sense: status must be an integer from 200 to 599, got 99.'),
    );
    expect(() => new FaultPlan().inject(status(500), { times: 0 })).toThrow(
      new RangeError('times must be 1 or more, got 0.'),
    );
  });
});
