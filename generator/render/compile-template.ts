import { createRequire } from 'node:module';
import { contentHash } from '../content-hash.js';
import { getOrInsert } from '../lazy.js';
import { valueOf } from './data/data.js';
import { helpers } from './data/print.js';
import { precompiled, type TemplateSpecification } from './precompiled.js';

/** Values come rendered for their context, so nothing is escaped again; a name that is missing is an error, not a blank. */
export const compileOptions: CompileOptions = {
  noEscape: true,
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: {
    with: false,
    unless: false,
    log: false,
    lookup: false,
    ...Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  },
};

/**
 * Makes a function of a template. A template that was compiled before needs neither Handlebars' parser nor its compiler.
 *
 * @param known - Templates that were compiled before, by the hash of their source. Default: those that come with the generator.
 * @returns Fills the template; throws what Handlebars does if the source is none of a template, or names what is not there.
 */
export function compileTemplate<Context>(
  source: string,
  known: ReadonlyMap<string, TemplateSpecification> = precompiled,
): (context: Context) => string {
  const hash = contentHash(source);
  const specification = known.get(hash);
  if (specification !== undefined) return withHelpers(load('handlebars.runtime.js')).template<Context>(specification);
  return getOrInsert(compiled, hash, () => withHelpers(load('handlebars.js')).compile(source, compileOptions));
}

/** Templates that this process has compiled, by the hash of their source: the guard renders each a second time. */
const compiled = new Map<string, (context: unknown) => string>();

/** Whether a template comes with the generator, whose tests have seen that it names nothing unknown. */
export const isPrecompiled = (source: string): boolean => precompiled.has(contentHash(source));

/** Handlebars, apart from others that the process may use, with the helpers that print data. */
function withHelpers(handlebars: typeof import('handlebars')): typeof import('handlebars') {
  const own = handlebars.create();
  for (const [name, print] of Object.entries(helpers)) {
    own.registerHelper(name, (value: unknown, { hash }: { readonly hash: { readonly indent?: unknown } }) => {
      const json = valueOf(value);
      if (json === undefined) throw new Error(`{{${name}}} prints values of the catalog: this is none.`);
      const indent = ' '.repeat(typeof hash.indent === 'number' ? hash.indent : 0);
      return name === 'json' ? print(json).replaceAll('\n', `\n${indent}`) : print(json);
    });
  }
  return own;
}

/** Loads as much of Handlebars as is needed, in its builds of one file, which load several times faster. */
function load(build: 'handlebars.js' | 'handlebars.runtime.js'): typeof import('handlebars') {
  return createRequire(import.meta.url)(`handlebars/dist/${build}`) as typeof import('handlebars');
}
