import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { ts } from 'ts-morph';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OutputProblem } from '../typecheck/output-error.js';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { Json } from '../json.js';
import type { ParsedYaml, SourceFile, YamlProblem } from '../load/source.js';
import { buildModel } from '../model/build-model.js';
import { markdownLine } from '../render/markdown/markdown.js';
import { rendering } from '../render/render.js';
import { loadTemplates, type TemplateFile } from '../render/templates.js';
import { docComment } from '../render/typescript/doc-comment.js';
import { propertyName, stringLiteral, valueExpression } from '../render/typescript/literals.js';
import { keywords } from '../schema/keywords.js';
import { unicodeEscape } from '../text/escape.js';
import type { Catalog } from '../catalog/catalog.js';
import { outputProblems } from '../testing/output-problems.js';
import { validate } from '../validate/validate.js';

const fragments = [
  ['*/', '/*', '//', '`', '```', '${', '}', '{{', '}}', "'", '"', '\\', '\n', '\r', '\t', '\0', '\u001b', '\u2028'],
  ['\u202e', '\ufeff', '\ud83d\ude00', '</script>', '<', '|', '#', '@', '---', '- ', ': ', ':', '? ', '[', ']', '{'],
  ['&a', '*a', '!t', '%', '>', '  ', ',', '~', '1e999', '-0', '.nan', '0x1', 'a', 'b c', '__proto__', 'true', '<<'],
].flat();

/** Texts made of what means something to a language, and of anything else. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, 1, -1.5, 1e21, 5e-324),
    text,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(text, tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** Problems that are told outside of the text, or not in one sentence. */
function illTold({ problems }: ParsedYaml, given: string): readonly YamlProblem[] {
  return problems.filter(
    ({ range: [start, end], message }) => start > given.length || start >= end || !/^[^\n]+\.$/.test(message),
  );
}

describe('Raw YAML text', { timeout: 60_000 }, () => {
  it('is read as JSON, or refused inside the text, whatever it is', () => {
    fc.assert(
      fc.property(text, (given) => {
        const read = parseYaml(given);
        expect(illTold(read, given)).toEqual([]);
        expect(read.problems.length === 0 || read.value === null).toBe(true);
        expect(JSON.stringify(JSON.parse(JSON.stringify(read.value)))).toBe(JSON.stringify(read.value));
      }),
      { numRuns: 3000 },
    );
  });

  it('in the form of JSON is read as JSON reads it; merge keys alone are refused', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = JSON.stringify(value).replaceAll(/[\u007f-\u009f\ufffe\uffff]/g, unicodeEscape);
        const read = parseYaml(written);
        expect(read.problems.filter(({ message }) => !message.startsWith('YAML merge keys'))).toEqual([]);
        expect(JSON.stringify(read.value)).toBe(read.problems.length > 0 ? 'null' : JSON.stringify(value));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Emitted text says what it came from, whatever that is', { timeout: 60_000 }, () => {
  it('as a string literal, and as a name', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(runInThisContext(stringLiteral(given))).toBe(given);
        const object: unknown = runInThisContext(`({ [${stringLiteral(given)}]: 1, x: 2 })`);
        expect(Object.keys(object as object)).toEqual(Object.keys({ [given]: 1, x: 2 }));
        const members = membersOf(`interface Only { ${propertyName(given)}: string }`);
        expect(members).toEqual([given]);
      }),
      { numRuns: 1000 },
    );
  });

  it('as an expression', () => {
    fc.assert(
      fc.property(json, (value) => {
        const read: unknown = runInThisContext(`(${valueExpression(value, 0)})`);
        expect(JSON.stringify(read)).toBe(JSON.stringify(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('as a comment, which ends where it should', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const comment = docComment([{ markdown: first }, { tag: '@example', markdown: second }], 0);
        expect(membersOf(`${comment}interface Only { a: string }`)).toEqual(['a']);
        expect(comment).not.toMatch(/\/[/*][#@]\s*sourceMappingURL/);
      }),
      { numRuns: 1000 },
    );
  });

  it('as a line of Markdown, which opens no tag, cell or line', () => {
    fc.assert(
      fc.property(text, (given) => {
        const line = markdownLine(given);
        expect(line).not.toMatch(/[\n\r]/);
        expect(line.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '')).not.toContain('<');
        expect(line).not.toMatch(/(?<!\\)\|/);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Names of the members of the one interface in a module that holds nothing else. */
function membersOf(source: string): string[] {
  const file = ts.createSourceFile('only.ts', source, ts.ScriptTarget.ES2022);
  const [statement, ...others] = file.statements;
  if (statement === undefined || !ts.isInterfaceDeclaration(statement) || others.length > 0) return [];
  return statement.members.map(({ name }) =>
    name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '',
  );
}

describe('A catalog', () => {
  let templates: readonly TemplateFile[];
  beforeAll(async () => {
    templates = await loadTemplates(join(import.meta.dirname, '../../templates'));
  });

  it('yields what its model says, or diagnostics inside its files, whatever it is', { timeout: 120_000 }, async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(catalogTree, async (tree) => {
        const files = Object.entries(tree).map(([path, value]): SourceFile => {
          return { path, absolutePath: `/catalog/${path}`, text: JSON.stringify(value), value };
        });
        const result = attempt(files);
        accepted += 'messages' in result ? 1 : 0;
        expect('messages' in result ? problemsOf(result, templates) : misplaced(result, files)).toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(accepted).toBeGreaterThan(10);
  });
});

/** What differs between what a catalog says and what comes of it. */
function problemsOf(catalog: Catalog, templates: readonly TemplateFile[]): readonly OutputProblem[] {
  const model = buildModel(catalog);
  return outputProblems(rendering(model)(templates), model, templates);
}

/** Diagnostics that are not inside the one line of their file; there has to be one at least. */
function misplaced(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): readonly (Diagnostic | string)[] {
  if (diagnostics.length === 0) return ['refused without a diagnostic'];
  const lengths = new Map(files.map(({ absolutePath, text: written }) => [absolutePath, written.length]));
  return diagnostics.filter(
    ({ file, start, end }) =>
      start.line !== 1 || end.line !== 1 || start.column > end.column || end.column > (lengths.get(file) ?? 0) + 1,
  );
}

function attempt(files: readonly SourceFile[]): Catalog | readonly Diagnostic[] {
  const inFolder = (folder: string): SourceFile[] => files.filter(({ path }) => path.startsWith(folder));
  const [settings] = inFolder('catalog.yaml');
  if (settings === undefined) throw new Error('Every tree has settings.');
  const source = { folder: '/catalog', settings, messages: inFolder('messages/'), types: inFolder('types/') };
  try {
    return validate(source, new Reporter(locatorOf));
  } catch (error) {
    if (error instanceof CatalogError) return error.diagnostics;
    throw error;
  }
}

/** Schemas that mostly hold to every rule, with any text in them. */
const { schema } = fc.letrec<{ schema: Json; broken: Json; whole: Json }>((tie) => ({
  schema: fc.oneof({ weight: 9, arbitrary: tie('whole') }, { weight: 1, arbitrary: tie('broken') }),
  whole: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>({ type: 'string' }, { type: 'integer' }, { type: ['object', 'null'] }),
    fc.record({
      type: fc.constant('object'),
      description: text,
      properties: fc.dictionary(text, tie('schema'), { maxKeys: 3, noNullPrototype: true }),
    }),
    fc.record({
      enum: fc.uniqueArray(json, { minLength: 1, maxLength: 3, selector: (value) => JSON.stringify(value) }),
    }),
    fc.record({ const: json, description: text, title: text }),
    fc.record({ type: fc.constant('array'), items: tie('schema'), description: text }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constant('string'), default: text, examples: fc.array(text, { maxLength: 2 }) }),
    fc.record({ type: fc.constant('string'), 'x-known-values': fc.uniqueArray(text, { minLength: 1, maxLength: 3 }) }),
    fc.record({ additionalProperties: tie('schema'), 'x-secret': fc.boolean() }),
  ),
  broken: fc.oneof(
    fc.record({ $ref: fc.constantFrom('#', '../types/shared.yaml', '../types/other.yaml#/x', 'http://x') }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ type: fc.constant('array'), items: tie('schema'), default: json }),
    fc.record({ type: fc.constant('string'), pattern: text }),
    fc.dictionary(fc.constantFrom(...keywords.map(({ name }) => name), 'typ', '__proto__'), json, {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
}));

const messageFile = (name: string): fc.Arbitrary<Json> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record<Record<string, Json>>({
        name: fc.constant(name),
        description: text.map((value) => `Does it: ${value}`),
        payload: schema,
        examples: fc.oneof(
          { weight: 5, arbitrary: fc.constant([]) },
          fc.array(fc.record({ title: text, payload: json }), { maxLength: 1 }),
        ),
      }),
    },
    { weight: 1, arbitrary: json },
  );

const catalogTree = fc.record<Record<string, Json>>({
  'catalog.yaml': fc.oneof(
    { weight: 6, arbitrary: fc.record({ title: fc.constant('Demo'), version: fc.constant('1.0.0') }) },
    { weight: 1, arbitrary: fc.record({ title: text, version: text }) },
  ),
  'messages/first-request.yaml': messageFile('first-request'),
  'messages/second-request.yaml': messageFile('second-request'),
  'types/shared.yaml': schema,
});
