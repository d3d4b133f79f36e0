import { posix } from 'node:path';
import type { CompileInput } from '../compile/compile.js';
import type { Expected } from '../compile/expectations.js';
import { isModule } from '../compile/judged-files.js';
import { contentHash } from '../content-hash.js';
import { closureDigests, reachable } from '../graph.js';
import { lazy } from '../lazy.js';
import type { Memory } from '../memory.js';
import type { RenderedFile } from '../render/rendered-file.js';
import { moduleCode } from './module-code.js';

/** What a compiler's verdict on a file depends on, besides its template and what it imports. */
export interface FileFacts {
  /** Digest of what a compiler reads of it. */
  readonly code: string;
  /** Paths of the modules that it imports. */
  readonly imports: readonly string[];
  /** Digest of what its declarations must be. */
  readonly expected: string;
}

/** `import … from './a.js'` and `export … from './a.js'`: what a module takes from another of its package. */
const importedModule = /\bfrom\s+['"](\.{1,2}\/[^'"\n]*)\.js['"]/g;

/** What looks like a declaration, in texts too: a name too many only makes a key more careful. */
const declaredName = /\b(?:interface|type|const|class|enum|namespace)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu;

/** What all messages together are expected to be declared in. */
const declaresAll = /\bclass\b|\bMessageTypes\b/;

/** Tells what compilers' verdicts on the files of an output depend on. */
export class VerdictKeys {
  readonly #input: CompileInput;
  readonly #facts: ReadonlyMap<string, FileFacts>;

  /**
   * @param input - What a compiler is asked about.
   * @param expected - What the declarations must be.
   * @param known - Facts of files that are made of a single message or type, by what they are made of.
   */
  constructor(input: CompileInput, expected: Expected, known: Memory<FileFacts>) {
    this.#input = input;
    const everything = lazy(() => digestOf([[...expected.methods], [...expected.constants]]));
    const factsOf = (file: RenderedFile): FileFacts => {
      const code = codeOf(file);
      const isOfAll = declaresAll.test(code);
      const facts = {
        code: contentHash(code),
        imports: importsOf(file.path, code),
        expected: digestOf([shapesIn(code, expected), isOfAll ? everything() : '']),
      };
      if (file.origin !== undefined && !isOfAll) known.remember(file.origin, facts);
      return facts;
    };
    this.#facts = new Map(
      rendered(input).map((file) => [
        file.path,
        (file.origin === undefined ? undefined : known.recall(file.origin)) ?? factsOf(file),
      ]),
    );
  }

  /** A key for each rendered file, of all that a verdict on it depends on. */
  keys(): ReadonlyMap<string, string> {
    const { files, templates } = this.#input;
    const copied = digestOf(files.filter(({ isRendered }) => !isRendered).map(({ path, hash }) => [path, hash]));
    const templateDigests = new Map([...templates].map(([path, source]) => [path, contentHash(source)]));
    const own = new Map(
      rendered(this.#input).map(({ path, template }) => {
        const { code, expected } = this.#facts.get(path) ?? {};
        return [path, digestOf([path, code, expected, templateDigests.get(template), copied])];
      }),
    );
    return closureDigests(own, (path) => this.#importsOf(path));
  }

  /**
   * The part of the input that a compiler needs to judge some of its files.
   *
   * @param judged - Paths of those files.
   */
  inputFor(judged: Iterable<string>): CompileInput {
    const paths = new Set(judged);
    const needed = reachable(paths, (path) => this.#importsOf(path));
    const { files } = this.#input;
    return {
      ...this.#input,
      files: files.filter(({ path, isRendered }) => !isRendered || needed.has(path)),
      judged: paths,
    };
  }

  #importsOf(path: string): readonly string[] {
    return this.#facts.get(path)?.imports ?? [];
  }
}

const rendered = ({ files }: CompileInput): RenderedFile[] => files.filter(({ isRendered }) => isRendered);

const digestOf = (parts: readonly unknown[]): string => contentHash(JSON.stringify(parts));

/** What of a file a compiler judges. */
function codeOf({ path, content }: RenderedFile): string {
  return isModule(path) ? moduleCode(content) : content;
}

/** What the names that code may declare must be. */
function shapesIn(code: string, expected: Expected): unknown[] {
  const names = new Set([...code.matchAll(declaredName)].map(([, name = '']) => name));
  return [...names].map((name) => [name, expected.shapesOf(name)]);
}

/** Paths of the modules that a module imports. */
function importsOf(path: string, code: string): string[] {
  const folder = posix.dirname(path);
  const paths = [...code.matchAll(importedModule)].map(([, specifier = '']) => posix.join(folder, specifier));
  return [...new Set(paths)].map((each) => `${each}.ts`);
}
