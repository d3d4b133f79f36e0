import { createRequire } from 'node:module';
import { contentHash } from '../content-hash.js';
import { precompiled, type TemplateSpecification } from './precompiled.js';

/** Values come rendered for their context, so nothing is escaped again; a name that is missing is an error, not a blank. */
export const compileOptions: CompileOptions = {
  noEscape: true,
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: { with: false, unless: false, log: false, lookup: false },
};

/**
 * Makes a function of a template. A template that was compiled before needs neither Handlebars' parser nor its compiler.
 *
 * @param source - Handlebars source.
 * @param known - Templates that were compiled before, by the hash of their source. Default: those that come with the generator.
 * @returns Fills the template; throws what Handlebars does if the source is none of a template, or names what is not there.
 */
export function compileTemplate<Context>(
  source: string,
  known: ReadonlyMap<string, TemplateSpecification> = precompiled,
): (context: Context) => string {
  const specification = known.get(contentHash(source));
  return specification === undefined
    ? load('handlebars.js').create().compile<Context>(source, compileOptions)
    : load('handlebars.runtime.js').create().template<Context>(specification);
}

/** Loads as much of Handlebars as is needed, in its builds of one file, which load several times faster. */
function load(build: 'handlebars.js' | 'handlebars.runtime.js'): typeof import('handlebars') {
  return createRequire(import.meta.url)(`handlebars/dist/${build}`) as typeof import('handlebars');
}
