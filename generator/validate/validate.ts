import { compareText } from '../diagnostics/diagnostic.js';
import type { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import { fileStem, type CatalogSource, type SourceFile } from '../load/source.js';
import { defaultEnvironment, defaultPackageName, likelyMessageName } from '../names.js';
import { allSites, rootSites } from '../catalog/schema-site.js';
import { valueAt } from '../schema/pointer.js';
import { asSchema } from '../schema/json-schema.js';
import type { Catalog, CatalogSettings, MessageDefinition, Waiver } from '../catalog/catalog.js';
import { checkExamples } from './check-values.js';
import { References } from '../schema/references.js';
import { readFile } from './read-file.js';
import { findBreaches, type Rule, type ValidationInput } from './rule.js';
import { definitionRules, schemaRules } from './rules.js';
import { checkStructure } from './structure.js';
import type { FileKind } from './structure-schemas.js';

/**
 * Checks a catalog: each file against the JSON Schema of its kind, then all files together against the rules, then the
 * examples against the payloads. What cannot be read or has the wrong structure is left out, and the rest is checked.
 *
 * @param reporter - Holds what reading found, and receives what checking finds.
 * @param known - Paths of files that are known to be valid by themselves and with all that they refer to. Default: none.
 * @throws {@link CatalogError} if there is any error, with all of them.
 */
export function validate(source: CatalogSource, reporter: Reporter, known: ReadonlySet<string> = new Set()): Catalog {
  const catalog = readCatalog(source, reporter);
  const unknown = known.size === 0 ? catalog : withoutFiles(catalog, known);
  checkRules(definitionRules, { catalog, flawed: new Set() }, reporter);
  checkRules(schemaRules, { catalog: unknown, flawed: flawedSchemas(catalog, reporter) }, reporter);
  checkExamples(unknown, flawedSchemas(catalog, reporter), reporter);
  // Settings with an error may mean to except what is not read.
  if (reporter.hasErrors && !reporter.has(catalog.settingsFile))
    for (const found of findBreaches([readFile], { catalog })) reporter.warning(found.rule, found, found.message);
  reporter.throwIfErrors();
  return catalog;
}

/** The schemas that have an error: nothing is checked against them, as they do not yet say what is meant. */
function flawedSchemas(catalog: Catalog, reporter: Reporter): ReadonlySet<unknown> {
  if (!reporter.hasErrors) return new Set();
  const schemas = new Set<unknown>(allSites(catalog).map(({ schema }) => schema));
  const innermost = (value: Json, path: Path): unknown =>
    [...path.keys(), path.length]
      .map((depth) => valueAt(value, path.slice(0, depth)))
      .findLast((inner) => isJsonObject(inner) && schemas.has(inner));
  return new Set(
    rootSites(catalog).flatMap(({ file }) => reporter.errorPaths(file).map((path) => innermost(file.value, path))),
  );
}

function checkRules(rules: readonly Rule[], input: ValidationInput, reporter: Reporter): void {
  // Settings with an error may mean to accept a breach.
  const isUnsure = reporter.has(input.catalog.settingsFile);
  const certain = rules.filter(({ isAcceptable }) => isAcceptable === undefined || !isUnsure);
  for (const found of findBreaches(certain, input)) reporter.error(found.rule, found, found.message);
}

/** Puts together what has the right structure. */
function readCatalog(source: CatalogSource, reporter: Reporter): Catalog {
  const incomplete = new Set<string>();
  const validParts = (files: readonly SourceFile[], kind: FileKind): SourceFile[] =>
    files.flatMap((file) => {
      // A file that is no YAML was reported as it was read.
      const value = reporter.has(file) ? undefined : checkStructure(file, kind, reporter);
      if (reporter.has(file)) incomplete.add(file.path);
      return value === undefined ? [] : [{ ...file, value }];
    });
  validParts([source.settings], 'catalog');
  const messageFiles = validParts(source.messages, 'message');
  const typeFiles = validParts(source.types, 'type');
  const messages = messageFiles.map(readMessage).sort(byName);
  const { value } = source.settings;
  // Settings with an error count as unknown: what is left of them might belong together with what is missing.
  const settings = reporter.has(source.settings) ? { title: '', version: '' } : (value as SettingsFile & JsonObject);
  return {
    settings: readSettings(settings, source.licenseText),
    settingsFile: source.settings,
    messages,
    messageNames: new Set([...messages.map(({ name }) => name), ...source.messages.map(fileStem)]),
    types: typeFiles.map((file) => ({ file, name: fileStem(file), schema: asSchema(file.value) })).sort(byName),
    references: new References([...messageFiles, ...typeFiles], incomplete),
    changelog: source.changelog ?? '',
    ignored: source.ignored ?? [],
    texts: source.texts,
  };
}

const withoutFiles = (catalog: Catalog, paths: ReadonlySet<string>): Catalog => ({
  ...catalog,
  messages: catalog.messages.filter(({ file }) => !paths.has(file.path)),
  types: catalog.types.filter(({ file }) => !paths.has(file.path)),
});

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compareText(a.name, b.name);

/** A message without a usable name is known by its file's; whatever else is missing was reported. */
function readMessage(file: SourceFile): MessageDefinition {
  const { payload, ...rest } = file.value as JsonObject &
    Partial<Omit<MessageDefinition, 'file' | 'domain' | 'payload'>>;
  const domain = file.path.split('/').slice(1, -1).join('/');
  const defaults = { name: likelyMessageName(fileStem(file)), description: '', emits: [], examples: [] };
  return { ...defaults, ...rest, file, domain, payload: asSchema(payload) };
}

interface SettingsFile
  extends Pick<CatalogSettings, 'title' | 'version'>, Partial<Pick<CatalogSettings, 'description' | 'targets'>> {
  readonly package?: Partial<CatalogSettings['package']>;
  readonly environment?: Partial<CatalogSettings['environment']>;
  readonly lint?: Partial<CatalogSettings['lint']>;
  readonly diff?: { readonly waivers?: readonly (Omit<Waiver, 'pointer'> & Partial<Waiver>)[] };
}

/** The registry of packages whose catalog names none; it takes scoped names alone. */
const gitHubPackages = 'https://npm.pkg.github.com';

function readSettings(file: SettingsFile, licenseText: string | undefined): CatalogSettings {
  const { title, version } = file;
  const name = file.package?.name ?? defaultPackageName(title);
  return {
    title,
    version,
    description: file.description ?? `Typed client for ${title}.`,
    package: {
      name,
      license: 'UNLICENSED',
      licenseFile: undefined,
      licenseText,
      author: title,
      repository: undefined,
      registry: name.startsWith('@') ? gitHubPackages : undefined,
      keywords: [],
      notes: undefined,
      example: undefined,
      ...file.package,
    },
    environment: { ...defaultEnvironment, ...file.environment },
    targets: file.targets ?? ['typescript'],
    lint: { rules: {}, ...file.lint },
    diff: { waivers: (file.diff?.waivers ?? []).map((waiver) => ({ pointer: '', ...waiver })) },
  };
}
