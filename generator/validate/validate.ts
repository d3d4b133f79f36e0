import { kebabCase } from 'change-case';
import { compareText } from '../diagnostics/diagnostic.js';
import type { Reporter } from '../diagnostics/reporter.js';
import type { CatalogSource, JsonObject, SourceFile } from '../load/source.js';
import { asSchema } from '../schema/json-schema.js';
import type { Catalog, CatalogSettings, MessageDefinition, TypeDefinition } from './catalog.js';
import { checkPayloads } from './payload-check.js';
import { References } from './references.js';
import { checkRules, fileStem } from './rules.js';
import { StructureCheck, type FileKind } from './structure.js';

/**
 * Checks a catalog: each file against the JSON Schema of its kind, then all files together against the rules, then the
 * examples against the payloads. A later check runs where the earlier ones leave it something to check.
 *
 * @param source - The catalog's files, as read.
 * @param reporter - Holds what reading found, and receives what checking finds.
 * @throws {@link CatalogError} if there is any error, with all of them.
 */
export function validate(source: CatalogSource, reporter: Reporter): Catalog {
  const structure = new StructureCheck();
  const fits =
    (kind: FileKind) =>
    (file: SourceFile): boolean =>
      !reporter.has(file) && structure.check(file, kind, reporter);

  const hasSettings = fits('catalog')(source.settings);
  const messages = source.messages.filter(fits('message')).map(readMessage).sort(byName);
  const types = source.types.filter(fits('type')).map(readType).sort(byName);
  const references = new References([...source.messages, ...source.types]);
  const catalog: Catalog = {
    settings: hasSettings
      ? readSettings(source.settings.value as JsonObject & SettingsFile)
      : readSettings({ title: '', version: '' }),
    settingsFile: source.settings,
    messages,
    types,
    references,
  };
  // A file that was left out would be missed as the target of links and references.
  const isComplete = messages.length === source.messages.length && types.length === source.types.length;
  if (isComplete) checkRules(catalog, reporter);
  if (reporter.diagnostics.length === 0) checkPayloads(catalog, reporter);
  reporter.throwIfErrors();
  return catalog;
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

function readSettings(file: SettingsFile): CatalogSettings {
  const { title, version } = file;
  return {
    title,
    version,
    description: file.description ?? `Typed client for ${title}.`,
    package: {
      name: `${kebabCase(title) || 'worker'}-client`,
      license: 'UNLICENSED',
      author: title,
      repository: undefined,
      registry: 'https://npm.pkg.github.com',
      keywords: [],
      example: undefined,
      ...file.package,
    },
    environment: { baseUrl: 'WORKER_BACKEND_URL', apiKey: 'WORKER_BACKEND_API_KEY', ...file.environment },
    lint: { rules: {}, ...file.lint },
  };
}
