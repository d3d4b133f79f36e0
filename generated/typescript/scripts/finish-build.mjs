// The last step of the build. Declarations are written once, as CommonJS has them: what `import` finds beside them takes all
// names from there. Comments are for declarations: code keeps those alone that say what is free of side effects. Modules that
// hold types alone have no code, and nothing asks for it.
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
    // No text of more than one line holds such a line.
    const code = readFileSync(file, 'utf8').replaceAll(/^[ \t]*(?:\/\*\*[^]*?\*\/|\/\/.*)\r?\n/gm, '');
    const isEmpty =
      /^(?:"use strict";\s*)?(?:export \{\};|Object\.defineProperty\(exports, "__esModule", .*\);)\s*$/.test(code);
    if (isEmpty) rmSync(file);
    else writeFileSync(file, code);
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
