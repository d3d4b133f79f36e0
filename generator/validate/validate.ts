import { join } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.js';
import type { Reporter } from '../diagnostics/reporter.js';
import type { Json, JsonObject } from '../json.js';
import { fileStem, type CatalogSource, type SourceFile } from '../load/source.js';
import { defaultEnvironment, defaultPackageName } from '../names.js';
import { asSchema } from '../schema/json-schema.js';
import type { Catalog, CatalogSettings, MessageDefinition, TypeDefinition } from '../catalog/catalog.js';
import { tellIgnored } from './ignored.js';
import { checkValues } from './check-values.js';
import { References } from '../schema/references.js';
import { checkRules } from './rule.js';
import { catalogRules, definitionRules, schemaRules } from './rules.js';
import { checkRest, checkStructure } from './structure.js';
import type { FileKind } from './structure-schemas.js';

/**
 * Checks a catalog: each file against the JSON Schema of its kind, then all files together against the rules, then the
 * examples against the payloads. A mistake in a file hides neither others in it nor those of other files: what does not
 * fit is left out, and the rest is checked on.
 *
 * @param source - The catalog's files, as read.
 * @param reporter - Holds what reading found, and receives what checking finds.
 * @throws {@link CatalogError} if there is any error, with all of them.
 */
export function validate(source: CatalogSource, reporter: Reporter): Catalog {
  const catalog = readCatalog(source, reporter);
  checkRules([...definitionRules, ...catalogRules, ...schemaRules], catalog, reporter);
  checkValues(catalog, reporter);
  if (reporter.hasErrors) tellIgnored(catalog, reporter);
  reporter.throwIfErrors();
  return catalog;
}

/** Puts together what has the right structure. */
function readCatalog(source: CatalogSource, reporter: Reporter): Catalog {
  const incomplete = new Map<string, Json>();
  const keepFitting = (file: SourceFile, kind: FileKind): SourceFile[] => {
    const { value, isWhole } = reporter.has(file)
      ? checkRest(file, kind, reporter)
      : checkStructure(file, kind, reporter);
    if (!isWhole) incomplete.set(file.path, file.rest?.value ?? file.value);
    return value === undefined ? [] : [isWhole ? file : { ...file, value }];
  };
  const [settings] = keepFitting(source.settings, 'catalog');
  const messageFiles = source.messages.flatMap((file) => keepFitting(file, 'message'));
  const typeFiles = source.types.flatMap((file) => keepFitting(file, 'type'));
  const messages = messageFiles.map(readMessage).sort(byName);
  return {
    settings: readSettings((settings?.value ?? { title: '', version: '' }) as JsonObject & SettingsFile),
    settingsFile: source.settings,
    messages,
    messageNames: new Set([...messages.map(({ name }) => name), ...source.messages.map(fileStem)]),
    lacksMessages: source.unread?.includes('messages') === true,
    types: typeFiles.map(readType).sort(byName),
    references: new References(withRest([...messageFiles, ...typeFiles], source), incomplete, source.unread),
    ignored: (source.ignored ?? []).map(({ path, message }) => ({
      file: { path, absolutePath: join(source.folder, path), text: '', value: null },
      message,
    })),
  };
}

/** The files that fit, and those that do not: references into them are none of their own mistakes. */
function withRest(files: readonly SourceFile[], { messages, types }: CatalogSource): SourceFile[] {
  const known = new Set(files.map(({ path }) => path));
  return [...files, ...[...messages, ...types].filter(({ path }) => !known.has(path))];
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compareText(a.name, b.name);

type MessageFile = Omit<MessageDefinition, 'file' | 'domain' | 'emits' | 'examples' | 'payload'> & {
  readonly emits?: MessageDefinition['emits'];
  readonly examples?: MessageDefinition['examples'];
};

function readMessage(file: SourceFile): MessageDefinition {
  const value = file.value as JsonObject;
  const { emits = [], examples = [], ...rest } = value as JsonObject & MessageFile;
  const domain = file.path.split('/').slice(1, -1).join('/');
  return { ...rest, file, domain, emits, examples, payload: asSchema(value['payload']) };
}

function readType(file: SourceFile): TypeDefinition {
  return { file, name: fileStem(file), schema: asSchema(file.value) };
}

interface SettingsFile {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly package?: Partial<CatalogSettings['package']>;
  readonly environment?: Partial<CatalogSettings['environment']>;
  readonly lint?: Partial<CatalogSettings['lint']>;
}

/** The registry of packages whose catalog names none; it takes scoped names alone. */
const gitHubPackages = 'https://npm.pkg.github.com';

function readSettings(file: SettingsFile): CatalogSettings {
  const { title, version } = file;
  const name = file.package?.name ?? defaultPackageName(title);
  return {
    title,
    version,
    description: file.description ?? `Typed client for ${title}.`,
    package: {
      name,
      license: 'UNLICENSED',
      author: title,
      repository: undefined,
      registry: name.startsWith('@') ? gitHubPackages : undefined,
      keywords: [],
      example: undefined,
      ...file.package,
    },
    environment: { ...defaultEnvironment, ...file.environment },
    lint: { rules: {}, ...file.lint },
  };
}
