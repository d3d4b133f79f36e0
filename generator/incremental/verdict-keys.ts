import { posix } from 'node:path';
import type { CompileInput } from '../compile/compile.js';
import type { Expectations } from '../compile/expectations.js';
import { isModule } from '../compile/judged-files.js';
import { contentHash } from '../content-hash.js';
import type { RenderedFile } from '../render/render.js';
import { moduleCode } from './module-code.js';

/** `import … from './a.js'` and `export … from './a.js'`: what a module takes from another of its package. */
const importedModule = /\bfrom\s+['"](\.{1,2}\/[^'"\n]*)\.js['"]/g;

/** What looks like a declaration, in texts too: a name too many only makes a key more careful. */
const declaredName = /\b(?:interface|type|const|class|enum|namespace)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu;

/**
 * A key for each rendered file, of all that a compiler's verdict on it depends on: its code and that of every module that it
 * imports, directly or not, its template, and what it must declare.
 *
 * @param input - What a compiler is asked about.
 * @param expectations - What the declarations must be.
 * @returns Keys by path.
 */
export function verdictKeys({ files, templates }: CompileInput, expectations: Expectations): Map<string, string> {
  const rendered = files.filter(({ isRendered }) => isRendered).map((file) => ({ ...file, content: codeOf(file) }));
  const copied = digestOf(files.filter(({ isRendered }) => !isRendered).map(({ path, content }) => [path, content]));
  const everything = digestOf(Object.values(expectations).map((expected) => [...expected]));
  const own = new Map(
    rendered.map((file) => {
      const expected = isForPackage(file) ? everything : expectedOf(file, expectations);
      return [file.path, digestOf([file.path, file.content, templates.get(file.template), expected])];
    }),
  );
  const imports = new Map(rendered.map((file) => [file.path, importsOf(file).filter((path) => own.has(path))]));
  return new Map(
    [...own].map(([path, digest]) => {
      const imported = reachable(path, imports).map((each) => own.get(each));
      return [path, digestOf([digest, copied, imported.toSorted()])];
    }),
  );
}

const digestOf = (parts: readonly unknown[]): string => contentHash(JSON.stringify(parts));

/** What of a file a compiler judges. */
function codeOf({ path, content }: RenderedFile): string {
  return isModule(path) ? moduleCode(content) : content;
}

/** Whether a file is made once, from all messages. */
function isForPackage({ template }: RenderedFile): boolean {
  return !template.includes('[');
}

function expectedOf({ content }: RenderedFile, { types, values }: Expectations): unknown[] {
  const names = new Set([...content.matchAll(declaredName)].map(([, name = '']) => name));
  return [...names].map((name) => [name, types.get(name), values.get(name)]);
}

/** Paths of the modules that a module imports. */
function importsOf({ path, content }: RenderedFile): string[] {
  const folder = posix.dirname(path);
  return [...content.matchAll(importedModule)].map(([, specifier = '']) => `${posix.join(folder, specifier)}.ts`);
}

/** Paths of the modules that a module imports, directly or not. */
function reachable(path: string, imports: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = new Set<string>();
  const pending = [path];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    for (const target of imports.get(current) ?? []) {
      if (!reached.has(target)) pending.push(target);
      reached.add(target);
    }
  }
  return [...reached];
}
