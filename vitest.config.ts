import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const exclude = ['**/node_modules/**', '**/dist/**', '**/fixtures/**'];
const slow = '**/*.slow.test.ts';
const emitted = 'generator/emitted/**/*.test.ts';
/** What each file would load anew, and there are 270, its worker loads once: each test puts back what it changes. */
const isolate = false;

/** What takes longest comes first, and what takes milliseconds last, so that no worker ends long before another. */
const projects = ['emitted', 'slow', 'fast'];
/** The longest files of the project before the last, which a machine that has run no tests yet would not know. */
const longest =
  /\/(?:release\/publish|hostile\/(?:hostile|commands)|bullmq\/workers|generator\/golden)\.slow\.test\.ts$/;

/** One project after the other, as a worker serves only one. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification): number =>
      projects.indexOf(project.name) + (longest.test(moduleId) ? 0 : 0.5);
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    // By itself, vitest leaves a processor idle: of two, half of the machine. More workers than processors are no faster.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
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
