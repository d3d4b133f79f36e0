import { didYouMean } from '../text/suggest.js';
import { isData } from './data/data.js';

/** A template names something that a view does not have. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';

  /** @param owner - What lacks it, such as `message`. */
  constructor(
    readonly unknown: string,
    owner: string,
    known: readonly string[],
  ) {
    super(`${owner} has no "${unknown}".${didYouMean(unknown, known)} It has ${known.toSorted().join(', ')}.`);
  }
}

/** Every strict view, so that one inside another is not wrapped again. */
const views = new WeakSet<object>();

/**
 * A view in which a name that it lacks is an error, in a condition too, where Handlebars' own strict mode takes it for
 * false. Inside data of the catalog Handlebars decides: which names are there depends on the catalog.
 *
 * @param owner - What the error calls it.
 * @param sources - Where names are looked up, in this order.
 */
export function strictView(owner: string, ...sources: readonly object[]): object {
  const find = (key: string | symbol): object | undefined => sources.find((source) => key in source);
  const known = (key: string | symbol): object | undefined => {
    const source = find(key);
    if (source !== undefined || typeof key === 'symbol') return source;
    throw new UnknownNameError(key, owner, [...new Set(sources.flatMap((each) => Object.keys(each)))]);
  };
  const view = new Proxy(
    {},
    {
      get: (_, key) => {
        const source = known(key);
        return source && strictValue(Reflect.get(source, key), String(key));
      },
      has: (_, key) => known(key) !== undefined,
      // Handlebars asks whether there is one, and never for its value.
      getOwnPropertyDescriptor: (_, key) =>
        find(key) === undefined ? undefined : { configurable: true, enumerable: true },
    },
  );
  views.add(view);
  return view;
}

/** The same view without the check of names, which takes most of the time that a template takes. */
export function plainView(...sources: readonly object[]): object {
  const view = {};
  for (const source of sources.toReversed()) Object.defineProperties(view, Object.getOwnPropertyDescriptors(source));
  return view;
}

function strictValue(value: unknown, owner: string): unknown {
  if (typeof value !== 'object' || value === null || isData(value) || views.has(value)) return value;
  return Array.isArray(value) ? value.map((item) => strictValue(item, owner)) : strictView(owner, value);
}
