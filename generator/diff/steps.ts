import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { matchesPattern } from './matches-pattern.js';

/** A step from a value to those inside it that a schema is about. */
export type Step =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** Properties that neither names nor patterns list. */
  | { readonly kind: 'others'; readonly names: readonly string[]; readonly patterns: readonly string[] }
  | { readonly kind: 'item'; readonly index: number }
  /** Items from an index on. */
  | { readonly kind: 'rest'; readonly from: number };

/** Whether what is asked of the values of one step is asked of all those of another. */
export function covers(own: Step, step: Step): boolean {
  if (own.kind === 'others' && step.kind === 'property') return !isListed(own, step.name);
  if (own.kind === 'pattern' && step.kind === 'property') return matchesPattern(own.pattern, step.name);
  if (own.kind === 'pattern' && step.kind === 'pattern') return own.pattern === step.pattern;
  if (own.kind === 'property' && step.kind === 'property') return own.name === step.name;
  if (own.kind === 'item' && step.kind === 'item') return own.index === step.index;
  if (own.kind === 'rest') return (step.kind === 'item' && own.from <= step.index) || step.kind === 'rest';
  return own.kind === 'others' && step.kind === 'others';
}

/** Splits a step into those that other steps distinguish. */
export function splitStep(step: Step, others: readonly Step[]): readonly Step[] {
  if (step.kind === 'others') {
    // What a schema lists without asking anything of it, only its other properties say.
    const names = others.flatMap((each) =>
      each.kind === 'property' ? [each.name] : each.kind === 'others' ? each.names : [],
    );
    const patterns = others.flatMap((each) =>
      each.kind === 'pattern' ? [each.pattern] : each.kind === 'others' ? each.patterns : [],
    );
    const unlisted = [...new Set(names)].filter((name) => !isListed(step, name));
    const unknown = [...new Set(patterns)].filter((pattern) => !step.patterns.includes(pattern));
    return [
      ...unlisted.map((name): Step => ({ kind: 'property', name })),
      ...unknown.map((pattern): Step => ({ kind: 'pattern', pattern })),
      step,
    ];
  }
  if (step.kind !== 'rest') return [step];
  const ends = others.map((each) => (each.kind === 'rest' ? each.from : each.kind === 'item' ? each.index + 1 : 0));
  const from = Math.max(step.from, ...ends);
  const items = Array.from({ length: from - step.from }, (_, at): Step => ({ kind: 'item', index: step.from + at }));
  return [...items, { kind: 'rest', from }];
}

function isListed({ names, patterns }: Extract<Step, { kind: 'others' }>, name: string): boolean {
  return names.includes(name) || patterns.some((pattern) => matchesPattern(pattern, name));
}

/** A schema that asks something of the values that a step leads to, and nothing else. */
export function wrap(step: Step, inner: JsonSchema): SchemaObject {
  const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));
  switch (step.kind) {
    case 'property':
      return { properties: { [step.name]: inner } };
    case 'pattern':
      return { patternProperties: { [step.pattern]: inner } };
    case 'others':
      return { properties: all(step.names), patternProperties: all(step.patterns), additionalProperties: inner };
    case 'item':
      return { prefixItems: [...Array.from({ length: step.index }, () => true), inner] };
    case 'rest':
      if (step.from === 0) return { items: inner };
      return { prefixItems: Array.from({ length: step.from }, () => true), items: inner };
  }
}
