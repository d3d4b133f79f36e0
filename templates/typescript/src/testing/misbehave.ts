import type { ServerResponse } from 'node:http';
import type { ApiAnswer } from '../backend/api-message.js';
import { sendAnswer } from '../backend/node-server.js';
import type { Clock } from '../runtime/time/clock.js';
import type { DelayFault, Fault, ResetFault, StallFault, TrickleFault } from './fault.js';
import { faultyAnswer } from './faulty-answer.js';
import type { Holds } from './holds.js';
import { sendHalf, sendHeaders } from './send-answer.js';

/** What a fault has to work with. */
export interface FaultContext {
  readonly response: ServerResponse;
  /** Carries the request out, and says what the right answer is. */
  readonly carryOut: () => Promise<ApiAnswer>;
  readonly holds: Holds;
  readonly clock: Clock;
}

/**
 * Answers a request wrongly.
 *
 * @param fault - How.
 * @param context - What to work with.
 */
export async function misbehave(fault: Fault, context: FaultContext): Promise<void> {
  const { response, carryOut, clock } = context;
  switch (fault.kind) {
    case 'delay':
      return delay(fault, context);
    case 'stall':
      return stall(fault, context);
    case 'trickle':
      return trickle(fault, context);
    case 'reset':
      return reset(fault, context);
    case 'cut-off':
      await sendHalf(response, await carryOut());
      response.socket?.destroy();
      return;
    case 'hang-up':
      if (fault.stage === 'after') await carryOut();
      response.socket?.destroy();
      return;
    case 'not-http':
      if (fault.stage === 'after') await carryOut();
      response.socket?.end('this is no HTTP\r\n\r\n');
      return;
    default: {
      const right = isCarriedOut(fault) ? await carryOut() : undefined;
      sendAnswer(response, faultyAnswer(fault, right, clock.now()));
    }
  }
}

function isCarriedOut(fault: Fault): boolean {
  if (fault.kind === 'missing-job-id' || fault.kind === 'compressed') return true;
  const { stage = fault.kind === 'malformed' ? 'after' : 'before' } = 'stage' in fault ? fault : {};
  return stage === 'after';
}

async function delay({ delay: milliseconds, stage }: DelayFault, context: FaultContext): Promise<void> {
  const { response, carryOut, holds } = context;
  const early = stage === 'after' ? await carryOut() : undefined;
  if (await holds.hold({ delay: milliseconds })) sendAnswer(response, early ?? (await carryOut()));
}

async function stall({ at, stage }: StallFault, { response, carryOut, holds }: FaultContext): Promise<void> {
  if (at === 'body') {
    const rest = await sendHalf(response, await carryOut());
    if (await holds.hold({ response })) response.end(rest);
    return;
  }
  const early = stage === 'after' ? await carryOut() : undefined;
  if (await holds.hold({ response })) sendAnswer(response, early ?? (await carryOut()));
}

async function trickle({ interval, bytes = 1 }: TrickleFault, context: FaultContext): Promise<void> {
  const { response, carryOut, holds } = context;
  for (const piece of sendHeaders(response, await carryOut(), bytes)) {
    if (!(await holds.hold({ delay: interval, response }))) return;
    response.write(piece);
  }
  response.end();
}

async function reset({ at, stage }: ResetFault, { response, carryOut }: FaultContext): Promise<void> {
  if (at === 'body') await sendHalf(response, await carryOut());
  else if (stage === 'after') await carryOut();
  response.socket?.resetAndDestroy();
}
