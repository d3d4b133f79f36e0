import { resolve } from 'node:path';
import type { Catalog } from './catalog/catalog.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { Reporter } from './diagnostics/reporter.js';
import type { ChangeReport } from './diff/change-report.js';
import { defaultTemplatesFolder } from './installation.js';
import { locatorOf } from './load/locate.js';
import { checkCatalog, readCatalog, type ValidateResult } from './read-catalog.js';
import { requireSeparateFolders } from './separate-folders.js';
import { withCompiler } from './typecheck/compiler.js';
import type { WriteResult } from './write/change.js';

export type { Catalog, CatalogSettings, MessageDefinition, TypeDefinition } from './catalog/catalog.js';
export { CatalogError, type Diagnostic, type Position } from './diagnostics/diagnostic.js';
export type { ValidateResult } from './read-catalog.js';
export type { JsonSchema, SchemaObject } from './schema/json-schema.js';
export type { Bump, Change, ChangeReport, Level, Side } from './diff/change-report.js';
export { TemplateError } from './render/template-error.js';
export { OutputError } from './typecheck/output-error.js';
export { UsageError } from './usage-error.js';
export type { Change as OutputChange } from './write/change.js';
export { WriteError } from './write/write-error.js';

/** Which catalog to check. */
export interface ValidateOptions {
  /** Folder of the catalog. Default: `catalog` in the current folder. */
  readonly catalog?: string;
  /** Called as each step begins, with what it does. Default: nothing is. */
  readonly report?: (step: string) => void;
}

/** What to generate, and where to. */
export interface GenerateOptions extends ValidateOptions {
  /** Folder that receives a folder for each target. Default: `generated` in the current folder. */
  readonly out?: string;
  /** Folders that hold targets of your own, a folder of templates each. Default: none. */
  readonly templates?: readonly string[];
  /** Names of targets, or `all`. Default: those that the catalog names, and those in `templates`. */
  readonly targets?: readonly string[];
  /** Whether to write nothing and only compare. Default: no. */
  readonly check?: boolean;
}

/** What a run did, or with `check` would do. */
export interface GenerateResult extends WriteResult {
  /** How many messages, and how many shared types, the catalog has. */
  readonly messages: number;
  readonly types: number;
  /** The warnings about the catalog; errors are thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates what the command `worker-codegen generate` does.
 *
 * @throws {@link CatalogError} if the catalog has an error; then nothing is written.
 * @throws {@link OutputError} if what was rendered does not compile.
 * @throws {@link TemplateError} if a template names something that is not there.
 * @throws {@link UsageError} if a folder is missing, a target is unknown, or the output lies in messages, types or templates.
 * @throws {@link WriteError} if the output cannot be written.
 */
export async function generate(options: GenerateOptions = {}): Promise<GenerateResult> {
  const { catalog = 'catalog', out = 'generated', templates = [], targets, check = false, report } = options;
  const run = {
    catalog: resolve(catalog),
    out: resolve(out),
    templates: [defaultTemplatesFolder, ...templates.map((folder) => resolve(folder))],
    ...(targets !== undefined && { targets }),
    check,
  };
  await requireSeparateFolders(run);
  const result = await withCompiler(async (compiler) =>
    (await import('./generate.js')).generate(run, { compiler, ...(report && { report }) }),
  );
  const { changes, unchanged, kept, messages, types } = result;
  return { changes, unchanged, targets: result.targets, kept, messages, types, diagnostics: result.diagnostics() };
}

/**
 * Checks a catalog, as the command `worker-codegen validate` does. What is wrong with it is returned, not thrown.
 *
 * @throws {@link UsageError} if there is no catalog.
 */
export async function validate({ catalog = 'catalog', report }: ValidateOptions = {}): Promise<ValidateResult> {
  return checkCatalog(resolve(catalog), report);
}

/**
 * Reads a catalog: settings, messages and shared types, with defaults filled in.
 *
 * @param folder - Folder of the catalog. Default: `catalog` in the current folder.
 * @throws {@link CatalogError} if it has an error, with all of them.
 * @throws {@link UsageError} if there is no catalog.
 */
export async function loadCatalog(folder = 'catalog'): Promise<Catalog> {
  return readCatalog(resolve(folder), new Reporter(locatorOf), () => undefined);
}

/** Which versions of a catalog to compare. */
export interface DiffOptions extends ValidateOptions {
  /** Folder, tarball of a package, `npm:<name>@<version>` or git revision. Default: the last release. */
  readonly before?: string;
  /** The same. Default: the catalog. */
  readonly after?: string;
  /** Whether payloads may hold properties that only the other version names. Default: no. */
  readonly strict?: boolean;
  /** Whether the report has what is safe, too. Default: no. */
  readonly all?: boolean;
  /** The day on which waivers must hold, as `2027-01-31`. Default: today, in UTC. */
  readonly today?: string;
}

/** What `worker-codegen diff --format json` prints, and what fails the command whatever the version. */
export interface DiffResult extends ChangeReport {
  /** Waivers that have ended, and secrets that become visible: a sentence each. */
  readonly problems: readonly string[];
}

/**
 * Compares two versions of a catalog, as the command `worker-codegen diff` does.
 *
 * @throws {@link CatalogError} if one of them has an error.
 * @throws {@link UsageError} if there is no such version.
 */
export async function diff(options: DiffOptions = {}): Promise<DiffResult> {
  const { diffVersions } = await import('./diff/diff-versions.js');
  const { catalog = 'catalog', report = () => undefined, ...rest } = options;
  const found = (await diffVersions({ ...rest, catalog, folder: resolve('.'), report })).diff;
  return { ...found.report, problems: found.problems };
}
