import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**', '**/fixtures/**'];
const slow = '**/*.slow.test.ts';
const emitted = 'generator/emitted/**/*.test.ts';
/** What each file would load anew, and there are 270, its worker loads once: each test puts back what it changes. */
const isolate = false;

export default defineConfig({
  test: {
    // More than processors: many tests wait for a process, a registry, a browser or Redis.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // What a file was made of is kept in node_modules, and read where neither the file nor this one has changed.
    experimental: { fsModuleCache: true },
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
