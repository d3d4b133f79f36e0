import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

const [schemas = '', out = ''] = process.argv.slice(2);
await mkdir(out, { recursive: true });
for (const file of await readdir(schemas)) {
  const schema = JSON.parse(await readFile(join(schemas, file), 'utf8')) as JSONSchema;
  const name = basename(file, '.schema');
  await writeFile(
    join(out, `${name}.ts`),
    await compile(schema, name, { bannerComment: '', additionalProperties: false }),
  );
}
