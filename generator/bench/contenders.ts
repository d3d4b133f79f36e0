import { join } from 'node:path';
import { toolFolder } from '../installation.js';

const dist = join(toolFolder, 'dist');
const nodeModules = join(toolFolder, 'node_modules');

/** Something whose time is measured. */
export interface Contender {
  readonly name: string;
  /** Script of Node.js and its arguments, for a run that writes into a folder of its own. */
  readonly command: (work: string, out: string) => readonly string[];
  /** What a run finds: nothing yet, or the output of the same catalog. */
  readonly finds: 'nothing' | 'same';
}

const generate = (work: string, out: string): string[] => [
  join(dist, 'cli/cli.js'),
  'generate',
  '--catalog',
  join(work, 'catalog'),
  '--out',
  out,
];

/** In the order of the table. */
export const contenders: readonly Contender[] = [
  { name: 'generate', finds: 'nothing', command: generate },
  { name: 'generate, nothing changed', finds: 'same', command: generate },
  {
    name: 'floor',
    finds: 'nothing',
    command: (work, out) => [join(dist, 'generator/bench/peer-floor.js'), join(work, 'catalog'), out],
  },
  {
    name: 'json-schema-to-typescript 16.0.0',
    finds: 'nothing',
    command: (work, out) => [
      join(dist, 'generator/bench/peer-json-schema-to-typescript.js'),
      join(work, 'schemas'),
      out,
    ],
  },
  {
    name: 'orval 7.13.2',
    finds: 'nothing',
    command: (work, out) => [
      join(nodeModules, 'orval/dist/bin/orval.js'),
      '--input',
      join(work, 'openapi.json'),
      '--output',
      `${out}.ts`,
      '--client',
      'fetch',
    ],
  },
  {
    name: 'quicktype 25.1.0',
    finds: 'nothing',
    command: (work, out) => [
      join(nodeModules, 'quicktype/dist/index.js'),
      '--src-lang',
      'schema',
      '--lang',
      'ts',
      '--just-types',
      '--quiet',
      '--out',
      `${out}.ts`,
      join(work, 'schemas'),
    ],
  },
];
