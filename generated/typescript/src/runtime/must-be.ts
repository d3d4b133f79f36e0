import { isObject } from './delivery/json.js';

/** What is wrong with an option or argument, or `undefined` if nothing is. */
export type Rule = (name: string, value: unknown) => string | undefined;

/**
 * Makes a rule.
 *
 * @param what - What a value must be.
 * @param fits - Whether one is.
 */
export function rule(what: string, fits: (value: unknown) => unknown): Rule {
  return (name, value) => (fits(value) ? undefined : mustBe(name, what, value));
}

/**
 * What is wrong with options, which may be no object in JavaScript, or with the first that breaks its rule;
 * `undefined` if nothing is. One that is not given breaks none.
 *
 * @param options - The options by name; `undefined` for none.
 * @param rules - A rule for each name that is looked at.
 */
export function optionsProblem(options: object | undefined, rules: Readonly<Record<string, Rule>>): string | undefined {
  if (!isObject(options)) return options === undefined ? undefined : mustBe('options', 'an object', options);
  // Not `in`: that meets what somebody put on every object of the program.
  for (const [name, problemOf] of Object.entries(rules)) {
    const value = options[name];
    const problem = value === undefined ? undefined : problemOf(name, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The rule of objects that have some methods. */
export function methodsProblem(...names: readonly string[]): Rule {
  return rule(`an object with the methods ${names.join(', ')}`, (value) =>
    names.every((name) => typeof (value as Readonly<Record<string, unknown>> | null)?.[name] === 'function'),
  );
}

/** The rule of functions. */
export const functionProblem = rule('a function', (value) => typeof value === 'function');

/**
 * What a value must be and is not. Only the shortest texts are quoted: one that was given by mistake may be a secret.
 *
 * @param name - Name of the option or argument.
 * @param what - What would do.
 * @param value - What was given.
 */
export function mustBe(name: string, what: string, value: unknown): string {
  const kind = typeof value;
  const isQuoted = typeof value === 'string' && value.length < 3;
  const given = isQuoted ? `"${value}"` : kind === 'number' || value === null ? String(value) : kind;
  return `${name} must be ${what}, got ${given}.`;
}
