// The last step of the build. Declarations are written once, as CommonJS has them: what `import` finds beside them takes all
// names from there. Modules that hold types alone have no code, and nothing asks for it. Doc comments stand in declarations
// alone.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));

for (const folder of ['dist/cjs', 'dist/types']) {
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
}

for (const path of targets(exports).filter((target) => target.endsWith('.d.mts'))) {
  for (const name of path.includes('*') ? modulesIn(dirname(path)) : ['']) {
    const file = path.replace('*', name);
    const module = file.slice(file.lastIndexOf('/') + 1).replace(/\.d\.mts$/, '.js');
    writeFileSync(file, `export * from './${module}';\n`);
  }
}

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

/** Names of the modules that lie directly in a folder of declarations. */
function modulesIn(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.d.ts'));
  return files.map((file) => file.slice(0, -'.d.ts'.length));
}
