import { describe, expect, it } from 'vitest';
import type { CompileInput } from '../compile/compile.js';
import type { Compiler } from '../compile/compiler.js';
import type { Expectations, Expected } from '../compile/expectations.js';
import type { OutputProblem } from '../compile/output-problem.js';
import { fileOf, type RenderedFile } from '../render/rendered-file.js';
import { Memories } from './memories.js';
import { RememberingCompiler } from './remembering-compiler.js';

const rendered = (path: string, template: string, content: string): RenderedFile =>
  fileOf({ path, content, template, isRendered: true });

const place = rendered('t/src/types/place.ts', 't/[type].hbs', 'export interface Place { a: string }');
const first = rendered(
  't/src/messages/a.ts',
  't/[message].hbs',
  `import type { Place } from '../types/place.js';\nexport interface A { place: Place }`,
);
const second = rendered('t/src/messages/b.ts', 't/[message].hbs', 'export interface B { b: string }');
const client = rendered(
  't/src/client.ts',
  't/client.hbs',
  `import type { A } from './messages/a.js';\nexport { B } from './messages/b.js';\nexport class Client {}`,
);
const manifest = rendered('t/package.json', 't/package.json.hbs', '{}');
const runtime = fileOf({ path: 't/src/run.ts', content: 'run', template: 't/src/run.ts', isRendered: false });

const files = [place, first, second, client, manifest, runtime];
const everything = [place, first, second, client, manifest].map(({ path }) => path).sort();

const input: CompileInput = {
  files,
  templates: new Map([
    ['t/[message].hbs', 'message'],
    ['t/client.hbs', 'client'],
  ]),
  asksTypeScript5: false,
};

const wanted: Expectations = {
  types: new Map([
    ['A', 'string'],
    ['B', 'string'],
  ]),
  methods: new Map(),
  constants: new Map(),
  values: new Map(),
};

const asExpected = (all: Expectations): Expected => ({
  ...all,
  all: () => all,
  shapesOf: (name) => ({ type: all.types.get(name), value: all.values.get(name) }),
});

/** The input with one file in place of another. */
function withChanged(file: RenderedFile, content: string): CompileInput {
  return { ...input, files: files.map((each) => (each === file ? fileOf({ ...file, content }) : each)) };
}

/** Remembers what it was asked to judge, and finds the same each time. */
class AskedCompiler implements Compiler {
  readonly asked: string[][] = [];
  readonly given: string[][] = [];

  constructor(readonly problems: readonly OutputProblem[] = []) {}

  prepare(): void {}

  async compile({ judged, ...rest }: CompileInput): Promise<readonly OutputProblem[]> {
    const paths = rest.files.filter(({ isRendered }) => isRendered).map(({ path }) => path);
    this.given.push(rest.files.map(({ path }) => path));
    this.asked.push([...(judged ?? paths)].sort());
    return this.problems;
  }

  async close(): Promise<void> {}
}

/** What the compiler is asked to judge the second time, by another run that knows what the first accepted. */
async function askedAgain(next: CompileInput, expectations: Expectations = wanted): Promise<string[] | undefined> {
  const memories = new Memories();
  await new RememberingCompiler(new AskedCompiler(), memories).compile(input, asExpected(wanted));
  const inner = new AskedCompiler();
  await new RememberingCompiler(inner, memories).compile(next, asExpected(expectations));
  return inner.asked[0];
}

describe('A compiler that remembers', () => {
  it('judges everything the first time', async () => {
    const inner = new AskedCompiler();
    await new RememberingCompiler(inner, new Memories()).compile(input, asExpected(wanted));
    expect(inner.asked).toEqual([everything]);
  });

  it.each<[string, CompileInput, readonly string[] | undefined]>([
    ['the same', input, undefined],
    ['another module that nobody imports', withChanged(client, 'export class Client { a = 1 }'), [client.path]],
    ['another message', withChanged(second, 'export interface B { b: number }'), [client.path, second.path]],
    [
      'another type, for all that import it, directly or not',
      withChanged(place, 'export interface Place { a: number }'),
      [client.path, first.path, place.path],
    ],
    ['another comment', withChanged(place, `/** Where. */\n${place.content}`), undefined],
    ['another manifest', withChanged(manifest, '{ }'), [manifest.path]],
    ['another copied module, which any may import', withChanged(runtime, 'walk'), everything],
    ['no module any more', { ...input, files: files.filter((each) => each !== second) }, [client.path]],
    [
      'a module that was missing',
      { ...input, files: [...files, rendered('t/src/c.ts', 't/c.hbs', 'export {}')] },
      ['t/src/c.ts'],
    ],
    [
      'another template',
      { ...input, templates: new Map([...input.templates, ['t/[message].hbs', 'other']]) },
      [client.path, first.path, second.path],
    ],
  ])('asked about %s, judges what depends on it', async (_, next, want) => {
    expect(await askedAgain(next)).toEqual(want?.toSorted());
  });

  it('judges again what is expected to declare something else, and what imports that', async () => {
    const types = new Map([...wanted.types, ['B', 'number'] as const]);
    expect(await askedAgain(input, { ...wanted, types })).toEqual([client.path, second.path].toSorted());
  });

  it('judges a class again where its methods are expected to differ', async () => {
    const methods = new Map([['b', { name: 'b', payloadType: 'B' }]]);
    expect(await askedAgain(input, { ...wanted, methods })).toEqual([client.path]);
  });

  it('gives a compiler what is to be judged, what that imports and what was copied', async () => {
    const memories = new Memories();
    await new RememberingCompiler(new AskedCompiler(), memories).compile(input, asExpected(wanted));
    const changed = withChanged(
      first,
      `import type { Place } from '../types/place.js';\nexport interface A { place?: Place }`,
    );
    const without = changed.files.filter(({ path }) => path !== client.path);
    const inner = new AskedCompiler();
    await new RememberingCompiler(inner, memories).compile({ ...changed, files: without }, asExpected(wanted));
    expect(inner.given).toEqual([[place.path, first.path, runtime.path]]);
  });

  it('judges again what was found to be wrong', async () => {
    const inner = new AskedCompiler([{ path: place.path, template: place.template, line: 1, message: 'wrong' }]);
    const memories = new Memories();
    const compiler = new RememberingCompiler(inner, memories);
    await compiler.compile(input, asExpected(wanted));
    expect(memories.accepted.isEmpty).toBe(true);
    await compiler.compile(input, asExpected(wanted));
    expect(inner.asked).toEqual([everything, everything]);
  });
});
