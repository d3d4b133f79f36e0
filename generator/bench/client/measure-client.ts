import { Session, type HeapProfiler } from 'node:inspector/promises';
import { contenders, type Send } from './contenders.js';
import { median } from '../measure.js';

/** What one process measured of one contender. */
export interface ClientFigures {
  /** Median microseconds of a call, one at a time. */
  readonly latency: number;
  /** Microseconds of processor time a call, one at a time. */
  readonly cpu: number;
  /** Calls a second with 32 in flight. */
  readonly throughput32: number;
  /** Calls a second with 256 in flight. */
  readonly throughput256: number;
  /** Bytes allocated on the heap a call. */
  readonly bytes: number;
}

/** Warm up until the engine has compiled what is hot: it does so beside the calls, and its work would be counted with theirs. */
const calls = { warmUp: 8_000, sequential: 8_000, concurrent: 4_000, allocation: 500 };

async function sequential(send: Send, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let call = 0; call < count; call += 1) {
    const start = performance.now();
    await send();
    times.push((performance.now() - start) * 1000);
  }
  return times;
}

async function throughput(send: Send, inFlight: number): Promise<number> {
  let left = calls.concurrent;
  const start = performance.now();
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await send();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return (calls.concurrent / (performance.now() - start)) * 1000;
}

/** By the engine's own samples of what is allocated, what it has collected since included. */
async function allocation(send: Send): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.startSampling', {
    samplingInterval: 512,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  for (let call = 0; call < calls.allocation; call += 1) await send();
  const { profile } = await session.post('HeapProfiler.stopSampling');
  session.disconnect();
  const bytesOf = ({ selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number =>
    children.reduce((sum, child) => sum + bytesOf(child), selfSize);
  return bytesOf(profile.head) / calls.allocation;
}

async function measure(send: Send): Promise<ClientFigures> {
  await sequential(send, calls.warmUp);
  const before = process.cpuUsage();
  const times = await sequential(send, calls.sequential);
  const { user, system } = process.cpuUsage(before);
  const bytes = await allocation(send);
  return {
    latency: median(times),
    cpu: (user + system) / calls.sequential,
    throughput32: await throughput(send, 32),
    throughput256: await throughput(send, 256),
    bytes,
  };
}

const [name = '', baseUrl = '', packageFolder = ''] = process.argv.slice(2);
const contender = contenders[name];
if (contender === undefined) throw new Error(`There is no contender ${name}.`);
process.stdout.write(JSON.stringify(await measure(await contender(baseUrl, packageFolder))));
process.exit();
