import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { schemasFolder } from '../installation.js';
import type { SourceFile } from '../load/source.js';

const modeline = /^# yaml-language-server: \$schema=(\S+)[^\S\n]*\r?\n/;

/**
 * The first line of a message file, by which the YAML language server of editors finds its schema
 * (https://github.com/redhat-developer/yaml-language-server#using-inlined-schema). It names the schema that the catalog's
 * other messages name; without any, the one of this program, where that lies in the project, so that the line holds on other
 * machines too. Otherwise there is no such line.
 */
export function modelineFor(file: string, messages: readonly SourceFile[], project: string): string {
  const schema = namedSchema(messages) ?? ownSchema(project);
  if (schema === undefined) return '';
  const shown = isAbsolute(schema) ? relative(dirname(file), schema).split(sep).join('/') : schema;
  return `# yaml-language-server: $schema=${shown}\n`;
}

/** The schema that other messages name: an absolute path, or the address that they give. */
function namedSchema(messages: readonly SourceFile[]): string | undefined {
  for (const { text, absolutePath } of messages) {
    const named = modeline.exec(text)?.[1];
    if (named === undefined) continue;
    if (/^https?:/.test(named)) return named;
    const path = resolve(dirname(absolutePath), named);
    if (existsSync(path)) return path;
  }
  return undefined;
}

function ownSchema(project: string): string | undefined {
  const path = join(schemasFolder, 'message.schema.json');
  return path.startsWith(project + sep) ? path : undefined;
}
