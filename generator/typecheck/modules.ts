import type { RenderedFile } from '../render/rendered-file.js';

/** How rendered modules are checked, as in a `tsconfig.json`. */
export const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  isolatedModules: true,
  skipLibCheck: true,
  /** Rendered types mention nothing beyond these; the platform's own libraries would take most of the time of a check. */
  lib: ['es5', 'es2015.promise', 'es2015.symbol'],
  types: [],
};

/** Whether a file, by its path, is checked before it is written. */
export const isTypeChecked = (path: string): boolean => path.endsWith('.json') || isModule(path);

/** Whether a file, by its path, is a module of TypeScript. */
export const isModule = (path: string): boolean => /\.[cm]?tsx?$/.test(path);

/** Path of a file of the output in a program. */
export const modulePath = ({ path }: Pick<RenderedFile, 'path'>): string => `/${path}`;
