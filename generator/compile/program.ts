import { Project, ts } from './typescript.js';

/** Rendered types mention nothing beyond these; the platform's own libraries would take most of the time of a check. */
const libraries = ['lib.es5.d.ts', 'lib.es2015.promise.d.ts', 'lib.es2015.symbol.d.ts'];
const libraryFolder = '/node_modules/typescript/lib';

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  isolatedModules: true,
  skipDefaultLibCheck: true,
  lib: libraries,
  types: [],
};

/** Comments hold nothing that a check needs, and are half of what is rendered. */
const jsDocParsingMode = ts.JSDocParsingMode.ParseNone;

/**
 * Makes programs of modules in memory, one after the other, and parses only those that have changed since the last.
 */
export class ProgramFactory {
  readonly #libraries = new Map<string, ts.SourceFile>();
  /** Holds the texts of the libraries. */
  readonly #files = new Project({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  #modules = new Map<string, ts.SourceFile>();
  #last: ts.Program | undefined;

  /**
   * Parses modules that are going to be in a program.
   *
   * @param texts - The modules' texts, by absolute path.
   */
  parse(texts: ReadonlyMap<string, string>): void {
    for (const [path, text] of texts) {
      if (this.#modules.get(path)?.text !== text) this.#modules.set(path, parse(path, text));
    }
  }

  /**
   * @param texts - The modules' texts, by absolute path.
   * @returns A program of all of them, and of no others.
   */
  create(texts: ReadonlyMap<string, string>): ts.Program {
    this.parse(texts);
    for (const path of this.#modules.keys()) if (!texts.has(path)) this.#modules.delete(path);
    const program = ts.createProgram({
      rootNames: [...texts.keys()],
      options,
      host: this.#host(),
      ...(this.#last === undefined ? {} : { oldProgram: this.#last }),
    });
    this.#last = program;
    return program;
  }

  #host(): ts.CompilerHost {
    return {
      getSourceFile: (path) => this.#modules.get(path) ?? this.#library(path),
      fileExists: (path) => this.#modules.has(path),
      readFile: (path) => this.#modules.get(path)?.text,
      getDefaultLibFileName: () => `${libraryFolder}/lib.d.ts`,
      getDefaultLibLocation: () => libraryFolder,
      getCurrentDirectory: () => '/',
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      writeFile: () => undefined,
      jsDocParsingMode,
    };
  }

  #library(path: string): ts.SourceFile | undefined {
    const known = this.#libraries.get(path);
    const text = known === undefined ? this.#files.readFile(path) : undefined;
    if (text === undefined) return known;
    const library = parse(path, text);
    this.#libraries.set(path, library);
    return library;
  }
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode });
}
