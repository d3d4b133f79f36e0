import type { CatalogSettings } from '../catalog/catalog.js';
import { licenceText } from './licence.js';
import { markdownBlocks, markdownLine } from './markdown/markdown.js';
import type { Code, JsonText, MarkdownBlocks, MarkdownLine, PlainName, PlainText } from './rendered.js';
import { stringLiteral } from './typescript/literals.js';

/** What the settings of a catalog say to every template. */
export interface SettingsView {
  readonly title: MarkdownLine;
  readonly description: MarkdownBlocks;
  readonly packageName: PlainName;
  readonly packageLiteral: Code;
  /** Name and version, as in the header `User-Agent`. */
  readonly productLiteral: Code;
  /** Scope with its `@`; empty where there is none. */
  readonly scope: PlainName;
  /** Empty where the catalog names none. */
  readonly registry: PlainName;
  readonly hasRegistry: boolean;
  readonly environment: { readonly baseUrl: PlainName; readonly apiKey: PlainName };
  readonly licence: PlainText;
  readonly licenceName: PlainName;
  readonly manifest: readonly { readonly key: JsonText; readonly value: JsonText }[];
  readonly hasScope: boolean;
  /** What the catalog says to callers of this package alone; empty where it says nothing. */
  readonly notes: MarkdownBlocks;
}

/**
 * Renders the texts of a catalog's settings.
 *
 * @param settings - The settings.
 */
export function settingsView(settings: CatalogSettings): SettingsView {
  const { registry = '' } = settings.package;
  const [scope = ''] = settings.package.name.startsWith('@') ? settings.package.name.split('/') : [];
  return {
    title: markdownLine(settings.title),
    description: markdownBlocks(settings.description),
    packageName: settings.package.name as PlainName,
    packageLiteral: stringLiteral(settings.package.name),
    productLiteral: stringLiteral(`${settings.package.name}/${settings.version}`),
    scope: scope as PlainName,
    hasScope: scope !== '',
    registry: registry.replace(/\/+$/, '') as PlainName,
    hasRegistry: registry !== '',
    environment: {
      baseUrl: settings.environment.baseUrl as PlainName,
      apiKey: settings.environment.apiKey as PlainName,
    },
    licence: licenceText(settings),
    licenceName: settings.package.license as PlainName,
    manifest: manifestFields(settings),
    notes: markdownBlocks(settings.package.notes ?? ''),
  };
}

function manifestFields({
  version,
  description,
  package: { name, license, author, repository, keywords },
}: CatalogSettings): SettingsView['manifest'] {
  const fields = {
    name,
    version,
    description,
    keywords,
    license,
    author,
    ...(repository === undefined
      ? {}
      : { repository: { type: 'git', url: `git+${repository.replace(/(?:\.git)?\/*$/, '')}.git` } }),
  };
  return Object.entries(fields).map(([key, value]) => ({
    key: JSON.stringify(key) as JsonText,
    value: JSON.stringify(value, null, 2).replaceAll('\n', '\n  ') as JsonText,
  }));
}
