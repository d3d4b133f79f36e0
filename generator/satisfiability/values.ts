import type { Json } from '../json.js';
import { kindOfValue } from '../schema/value-kinds.js';
import { conflictAt, correct, type Analyzer, type Conflict, type Context } from './conflict.js';
import { every } from './fits.js';
import { listed } from './value-sets.js';

/** More values than these are not tried. */
const mostTried = 1000;

/** Finds closed lists of values of which none fits the rest. */
export function listedConflicts({ kind, sites }: Context, analyzer: Analyzer): Conflict[] {
  const owner = sites.find(({ schema }) => schema.const !== undefined || schema.enum !== undefined);
  if (owner === undefined) return [];
  const values = listed(owner).filter((value) => kindOfValue(value) === kind);
  if (values.length > mostTried || !fitNowhere(values, sites, analyzer)) return [];
  // Where a schema refuses each of the values that it lists by itself, another rule reports each value.
  const isReported = listed(owner).every((value) => analyzer.fits(value, owner) === false);
  const isConst = owner.schema.const !== undefined;
  const what = isConst ? 'The value of const does not fit' : 'No value of enum fits';
  const own = conflictAt(
    { site: owner, at: [isConst ? 'const' : 'enum'] },
    [],
    `${what} what else is asked here: ${correct}`,
  );
  return [{ ...own, causes: isReported ? [owner.schema] : [] }];
}

/** Finds kinds of one or two values of which none fits. */
export function kindConflicts({ kind, sites }: Context, analyzer: Analyzer): Conflict[] {
  const values = kind === 'null' ? [null] : kind === 'boolean' ? [false, true] : undefined;
  const [site, ...others] = sites;
  if (site === undefined || values === undefined || !fitNowhere(values, sites, analyzer)) return [];
  const message = `The parts of this leave no value: ${correct}`;
  return [{ site, at: [], message, against: others.map((each) => ({ site: each, at: [] })) }];
}

function fitNowhere(values: readonly Json[], sites: Context['sites'], analyzer: Analyzer): boolean {
  return values.every((value) => every(sites, (site) => analyzer.fits(value, site)) === false);
}
