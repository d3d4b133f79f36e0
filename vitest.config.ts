import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**', '**/fixtures/**'];
const slow = '**/*.slow.test.ts';
const emitted = 'generator/emitted/**/*.test.ts';
/** What each file would load anew, and there are 270, its worker loads once: each test puts back what it changes. */
const isolate = false;

export default defineConfig({
  test: {
    // By itself, vitest leaves a processor idle: of two, half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        // In memory: no disk, no process, no compiler. To be run at every save.
        test: {
          name: 'fast',
          include: ['generator/**/*.test.ts', 'templates/**/*.test.ts'],
          exclude: [...exclude, slow, emitted],
          isolate,
          // Milliseconds: a busy machine is no reason to fail.
          testTimeout: 60_000,
        },
      },
      {
        test: { name: 'slow', include: [slow], exclude, isolate, testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        // The packed package and the packed tool, as their users see them.
        test: {
          name: 'emitted',
          include: [emitted],
          exclude,
          isolate,
          globalSetup: ['generator/emitted/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
