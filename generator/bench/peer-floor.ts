import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Handlebars from 'handlebars';
import { parse } from 'yaml';

/** The least that any such generator does: parse the YAML, compile one schema, fill one template a message, write the files. */
const [catalog = '', out = ''] = process.argv.slice(2);
const validate = new Ajv2020().compile({ type: 'object', required: ['name', 'payload'] });
const template = Handlebars.compile<{ name: string }>('export interface {{name}} {}\n', { noEscape: true });
const paths = (await readdir(join(catalog, 'messages'), { recursive: true })).filter((path) => path.endsWith('.yaml'));
await mkdir(out, { recursive: true });
for (const path of paths) {
  const message = parse(await readFile(join(catalog, 'messages', path), 'utf8')) as { name: string };
  if (!validate(message)) throw new Error(path);
  await writeFile(join(out, `${basename(path, '.yaml')}.ts`), template(message));
}
