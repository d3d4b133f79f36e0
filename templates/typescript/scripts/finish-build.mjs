// The last step of the build. Declarations are written once, as CommonJS has them: what `import` finds beside them takes all
// names from there, and what no entry of the package leads to goes. Modules that hold types alone have no code, and nothing
// asks for it. Doc comments stand in declarations alone.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const entries = targets(exports).filter((target) => /\.d\.m?ts$/.test(target));

for (const folder of ['dist/cjs', 'dist/types']) {
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
}

for (const file of entries.flatMap(filesOf).filter((entry) => entry.endsWith('.d.mts'))) {
  const module = file.slice(file.lastIndexOf('/') + 1).replace(/\.d\.mts$/, '.js');
  writeFileSync(file, `export * from './${module}';\n`);
}

const unreached = new Set(readdirSync('dist/types', { recursive: true }).map((path) => join('dist/types', path)));
for (const entry of entries.flatMap(filesOf)) reach(join(entry));
for (const file of unreached) if (/\.d\.m?ts$/.test(file)) rmSync(file);

for (const folder of ['dist/esm', 'dist/cjs']) {
  for (const path of readdirSync(folder, { recursive: true }).filter((each) => each.endsWith('.js'))) {
    const file = join(folder, path);
    const written = readFileSync(file, 'utf8');
    // The declarations have them; annotations for bundlers stay, which tsc would remove too.
    const code = written.replace(/^[ \t]*\/\*\*[^]*?\*\/\n/gm, '');
    const statements = code.replace(/^\/\/.*$|^"use strict";$/gm, '').trim();
    const isEmpty =
      statements === 'export {};' || statements === 'Object.defineProperty(exports, "__esModule", { value: true });';
    if (isEmpty) rmSync(file);
    else if (code !== written) writeFileSync(file, code);
  }
}

/** All files that the conditions of an export lead to. */
function targets(conditions) {
  if (typeof conditions === 'string') return [conditions];
  return conditions === null ? [] : Object.values(conditions).flatMap(targets);
}

/** The declarations that an export leads to: a star stands for every module of its folder. */
function filesOf(entry) {
  if (!entry.includes('*')) return [entry];
  const modules = readdirSync(dirname(entry)).filter((file) => file.endsWith('.d.ts'));
  return modules.map((file) => entry.replace('*', file.slice(0, -'.d.ts'.length)));
}

/** Notes that a declaration file is reached, and all that it imports from. */
function reach(file) {
  // What the words of a doc comment seem to import is no file.
  if (!unreached.delete(file)) return;
  const text = readFileSync(file, 'utf8');
  for (const [, path] of text.matchAll(/\b(?:from |import\(|import )['"](\.[^'"]+)\.js['"]/g))
    reach(join(dirname(file), `${path}.d.ts`));
}
