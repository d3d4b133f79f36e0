/** Rendered types mention nothing beyond these; the platform's own libraries would take most of the time of a check. */
const libraries = ['es5', 'es2015.promise', 'es2015.symbol'];

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
  lib: libraries,
  types: [],
};
