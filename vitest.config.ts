import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**', '**/fixtures/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['generator/**/*.test.ts', 'templates/**/*.test.ts'],
          exclude: [...exclude, 'generator/emitted/**'],
        },
      },
      {
        test: {
          name: 'emitted package',
          include: ['generator/emitted/**/*.test.ts'],
          exclude,
          globalSetup: ['generator/emitted/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
