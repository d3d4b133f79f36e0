import type { CatalogSettings } from '../catalog/catalog.js';
import { licenceText } from './licence.js';
import { markdownBlocks, markdownLine, summary } from './markdown/markdown.js';
import type { JsonText, PlainName, View } from './rendered.js';
import { stringLiteral } from './typescript/literals.js';

/** What the settings of a catalog say to every template. */
export function settingsView(settings: CatalogSettings) {
  const { version, description, environment } = settings;
  const { name, registry = '', license, notes = '', repository = '' } = settings.package;
  const [scope = ''] = name.startsWith('@') ? name.split('/') : [];
  return {
    /** The first paragraph of the description; empty where there is none. */
    summary: markdownLine(summary(description)),
    packageName: name as PlainName,
    packageLiteral: stringLiteral(name),
    /** Name and version, as in the header `User-Agent`. */
    productLiteral: stringLiteral(`${name}/${version}`),
    /** Scope with its `@`; empty where there is none. */
    scope: scope as PlainName,
    /** Empty where the catalog names none. */
    registry: registry.replace(/\/+$/, '') as PlainName,
    environment: { baseUrl: environment.baseUrl as PlainName, apiKey: environment.apiKey as PlainName },
    licence: licenceText(settings),
    licenceName: license as PlainName,
    /** For a `package.json`; empty where the catalog names none. */
    repositoryUrl: JSON.stringify(repository && `git+${repository.replace(/(?:\.git)?\/*$/, '')}.git`) as JsonText,
    /** What the catalog says to callers of this package alone; empty where it says nothing. */
    notes: markdownBlocks(notes),
  } satisfies View;
}
