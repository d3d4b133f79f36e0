import { afterAll } from 'vitest';
import { ProgramFactory } from '../typecheck/program.js';

/** One TypeScript process for the tests of a file, which ends after them. */
export const programs = new ProgramFactory();

afterAll(() => {
  programs.close();
});
