import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileFunction, runInThisContext } from 'node:vm';
import { ts } from 'ts-morph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCompiler } from '../typecheck/compiler.js';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { formatDiagnostics } from '../diagnostics/format.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { generate } from '../generate.js';
import { load } from '../load/load.js';
import { startBackend } from '../../templates/typescript/src/testing/start-backend.js';
import { writeCatalog, type CatalogFolder } from '../testing/diagnose.js';
import { validate } from '../validate/validate.js';
import { corpus } from './corpus.js';
import type { HostileCase } from './hostile-case.js';

const templates = join(import.meta.dirname, '../../templates');
const compiler = startCompiler();
/** All cases are written to one folder, as by a user who edits a catalog: what is the same in all is written once. */
let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'hostile-'));
});
afterAll(() => Promise.all([compiler.close(), rm(out, { recursive: true })]));

async function prepare({ files, links = {} }: HostileCase): Promise<CatalogFolder> {
  const folder = await writeCatalog(files);
  for (const [from, to] of Object.entries(links)) {
    await mkdir(dirname(join(folder.path, from)), { recursive: true });
    await symlink(to, join(folder.path, from));
  }
  return folder;
}

const refusedCases = corpus.filter(({ refused }) => refused !== undefined);
const acceptedCases = corpus.filter(({ refused }) => refused === undefined);

describe('A hostile catalog', () => {
  it('comes in over 80 cases', () => {
    expect(corpus.length).toBeGreaterThan(80);
    expect(new Set(corpus.map(({ title }) => title)).size).toBe(corpus.length);
  });

  it.each(refusedCases)(
    'is refused with one diagnostic at its place, and nothing is written: $title',
    async (given) => {
      await using folder = await prepare(given);
      const nothing = join(folder.path, '../', `${folder.path.split('/').at(-1)}-out`);
      const problem: unknown = await generate(
        { catalog: folder.path, out: nothing, templates: [templates], check: false },
        { compiler },
      ).catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(CatalogError);
      const { diagnostics } = problem as CatalogError;
      const lines = diagnostics.map(
        ({ file, start, rule }) => `${file.slice(folder.path.length + 1)}:${start.line}:${start.column} ${rule}`,
      );
      expect(lines).toEqual([given.refused]);
      expect(existsSync(nothing)).toBe(false);
      const told = formatDiagnostics(diagnostics, 'pretty', folder.path);
      expect(told).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(told.length).toBeLessThan(2000);
    },
  );

  it.each(acceptedCases)('yields a package that compiles and behaves, every literal intact: $title', async (given) => {
    await using folder = await prepare(given);
    // A message named index takes the place of the index of schemas, which is refused: see the tests of rendering.
    const named =
      given.title === 'messages named by reserved words' ? ['typescript', 'openapi', 'asyncapi', 'html'] : ['all'];
    const { targets } = await generate(
      { catalog: folder.path, out, templates: [templates], targets: named, check: false },
      { compiler },
    );
    expect(targets.length).toBe(named.length === 1 ? 5 : 4);
    const reporter = new Reporter(locatorOf);
    const { messages, types } = validate(await load(folder.path, reporter), reporter);

    const emitted = join(out, 'typescript');
    const modules = [
      ...messages.map(({ name }) => `src/messages/${name}.ts`),
      ...types.map(({ name }) => `src/types/${name}.ts`),
      'src/message-types.ts',
    ];
    const texts = await Promise.all(modules.map((path) => readFile(join(emitted, path), 'utf8')));
    expect(texts.flatMap(literalsOf)).toEqual(expect.arrayContaining([...(given.literals ?? [])]));

    const document = async (path: string): Promise<Record<string, object>> =>
      JSON.parse(await readFile(join(out, path), 'utf8')) as Record<string, object>;
    const [openapi, asyncapi] = await Promise.all([
      document('openapi/openapi.json'),
      document('asyncapi/asyncapi.json'),
    ]);
    const names = messages.map(({ name }) => name);
    expect(Object.keys(openapi['paths'] ?? {})).toEqual([
      ...names.map((name) => `/api/jobs/${name}`),
      '/api/jobs/{jobId}',
      '/api/capabilities',
    ]);
    expect(Object.keys(asyncapi['channels'] ?? {})).toEqual(names);
    for (const path of targets.includes('json-schema') ? [...names, ...types.map(({ name }) => `types/${name}`)] : [])
      expect(await document(`json-schema/${path}.json`)).toMatchObject({ $id: expect.stringMatching(/^urn:npm:/) });

    const send = loadClient(emitted);
    for (const { name, examples } of messages) {
      const page = await readFile(join(emitted, 'docs', `${name}.md`), 'utf8');
      for (const [index, { payload }] of examples.entries()) {
        const written = documentedPayload(page, index);
        expect(JSON.stringify(written)).toBe(JSON.stringify(payload));
        expect(await send(name, written)).toBe(JSON.stringify(payload));
      }
    }
  });
});

/** Texts of all string literals and names of properties in a module. */
function literalsOf(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || (ts.isPropertySignature(node) && ts.isIdentifier(node.name)))
      found.push(ts.isStringLiteral(node) ? node.text : (node.name as ts.Identifier).text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', source, ts.ScriptTarget.ES2022));
  return found;
}

/** The payload that a message's page passes to the client, read as JavaScript reads it. */
function documentedPayload(page: string, index: number): unknown {
  const calls = page.split('const job = await client.').slice(1);
  const call = calls[index]?.split(');\nconsole.log(job.jobId);')[0] ?? '';
  return runInThisContext(`(${call.slice(call.indexOf('(') + 1)})`) as unknown;
}

/** Loads an emitted package and gives a function that sends a message with it, and returns the body as received. */
function loadClient(emitted: string): (name: string, payload: unknown) => Promise<string> {
  const module = loadModule(join(emitted, 'src/index.ts'), new Map()) as ClientModule;
  return async (name, payload) => {
    await using backend = await startBackend();
    const client = new module.WorkerClient({ baseUrl: backend.url });
    const method = Object.entries(module.MessageTypes).find(([, type]) => type === name)?.[0] ?? '';
    await client.sendToQueue(module.MessageTypes[method] ?? '', payload);
    expect(backend.received.map(({ url }) => url)).toEqual([`/api/jobs/${name}`]);
    return JSON.stringify(backend.received[0]?.body);
  };
}

const requireFromHere = createRequire(import.meta.url);

/** Loads a module and those that it imports, as CommonJS; `loaded` holds the exports of those that were, by path. */
function loadModule(path: string, loaded: Map<string, object>): object {
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const module = { exports: {} };
  loaded.set(path, module.exports);
  const require = (name: string): unknown =>
    name.startsWith('.')
      ? loadModule(join(dirname(path), name.replace(/\.js$/, '.ts')), loaded)
      : requireFromHere(name);
  functionOf(readFileSync(path, 'utf8'))(module.exports, require, module);
  return module.exports;
}

type ModuleFunction = (exports: object, require: (name: string) => unknown, module: object) => void;

const functions = new Map<string, ModuleFunction>();

/** The hand-written files are the same for every catalog. */
function functionOf(source: string): ModuleFunction {
  const known = functions.get(source);
  if (known !== undefined) return known;
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  const made = compileFunction(outputText, ['exports', 'require', 'module']) as ModuleFunction;
  functions.set(source, made);
  return made;
}

interface ClientModule {
  readonly MessageTypes: Readonly<Record<string, string>>;
  readonly WorkerClient: new (config: { baseUrl: string }) => {
    sendToQueue: (type: string, payload: unknown) => Promise<unknown>;
  };
}
