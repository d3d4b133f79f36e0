import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { compilerInThread, type Compiler } from './compiler.js';

/** A thread that does what a test says, and knows whether it keeps the process alive. */
class Thread extends EventEmitter {
  isReferenced = true;
  /** Whether it kept the process alive while its end was waited for. */
  wasReferenced: boolean | undefined;

  ref(): void {
    this.isReferenced = true;
  }

  unref(): void {
    this.isReferenced = false;
  }

  postMessage(): void {}

  async terminate(): Promise<number> {
    this.ref();
    this.emit('error', new Error('Its process was ended.'));
    // Whatever waits for an answer goes on now.
    await new Promise(setImmediate);
    this.wasReferenced = this.isReferenced;
    this.emit('exit', 1);
    return 1;
  }
}

const check = (compiler: Compiler): Promise<unknown> => compiler.check([]);

describe('A compiler in a thread', () => {
  it('keeps the process alive until the thread has ended, whatever was still waited for', async () => {
    const thread = new Thread();
    const compiler = compilerInThread(thread, () => 0);
    const answer = check(compiler).catch((error: unknown) => error);
    await compiler.close();
    expect(thread.wasReferenced).toBe(true);
    expect(await answer).toEqual(new Error('Its process was ended.'));
  });

  it('answers', async () => {
    const thread = new Thread();
    const answer = check(compilerInThread(thread, () => 0));
    thread.emit('message', []);
    expect(await answer).toEqual([]);
  });

  it.each(['error', 'exit'])('fails whoever asks where the thread ends with %s, before or after', async (event) => {
    const thread = new Thread();
    const compiler = compilerInThread(thread, () => 0);
    const before = check(compiler).catch((error: unknown) => error);
    thread.emit(event, new Error('Ended.'));
    expect(await before).toBeInstanceOf(Error);
    await expect(check(compiler)).rejects.toThrow(/ended/i);
  });
});
