import childProcess, { type SpawnOptions } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Calls what starts a process, and sees to it that the process has no way to the terminal: TypeScript 7 says there that it
 * was interrupted, or panics in many lines if this process ends first, and its interface has no option against that.
 *
 * @param start - Starts a process with `spawn`, at once.
 * @returns What it returned, and the id of the process; `undefined` if it started none.
 */
export function startQuietly<T>(start: () => T): { readonly started: T; readonly processId: number | undefined } {
  const { spawn } = childProcess;
  let processId: number | undefined;
  replaceSpawn((file: string, args: readonly string[], { stdio, ...options }: SpawnOptions) => {
    const [input, output] = Array.isArray(stdio) ? stdio : [stdio, stdio];
    const child = spawn(file, args, { ...options, stdio: [input, output, 'ignore'] });
    processId = child.pid;
    return child;
  });
  try {
    return { started: start(), processId };
  } finally {
    replaceSpawn(spawn);
  }
}

/** For modules that have imported it already, too (https://nodejs.org/api/module.html#modulesyncbuiltinesmexports). */
function replaceSpawn(spawn: unknown): void {
  Object.assign(childProcess, { spawn });
  syncBuiltinESMExports();
}
