import { ProgramFactory } from '../typecheck/program.js';

/** One TypeScript process for all tests of a worker, which ends with it. */
export const programs = new ProgramFactory();

process.once('exit', () => programs.close());
