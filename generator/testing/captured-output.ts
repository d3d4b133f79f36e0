import { vi } from 'vitest';

/** What a command wrote. */
export interface CapturedOutput {
  readonly stdout: string;
  readonly stderr: string;
  /** What it threw; `undefined` where it ended well. */
  readonly error: unknown;
}

/**
 * Runs a command and keeps what it writes from the terminal.
 *
 * @param command - The command.
 */
export async function captureOutput(command: () => Promise<unknown>): Promise<CapturedOutput> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      written[stream] += String(chunk);
      return true;
    }),
  );
  try {
    const error = await command().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return { ...written, error };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
