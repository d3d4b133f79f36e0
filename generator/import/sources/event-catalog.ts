import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isJsonObject, type Json } from '../../json.js';
import { yamlLibrary } from '../../load/yaml-library.js';
import { textsIn, type Candidate } from '../candidate.js';
import type { SourceDocument, Sources } from '../sources.js';
import type { OtherFile } from './read-sources.js';

/** Folders of EventCatalog that hold messages: https://www.eventcatalog.dev/docs/development/guides/messages */
const messageFolders = ['events', 'commands', 'queries'];

/** Whether a file lies where EventCatalog keeps messages: a schema there stands for one only where a page says so. */
export const isInEventCatalog = ({ folders }: Pick<SourceDocument, 'folders'>): boolean =>
  folders.some((name) => messageFolders.includes(name));

/**
 * The messages of an EventCatalog folder: each page of an event, command or query that names a JSON Schema beside it. Earlier
 * versions, which it keeps in `versioned/`, are left out.
 */
export async function eventCatalogMessages(pages: readonly OtherFile[], sources: Sources): Promise<Candidate[]> {
  const own = pages.filter(
    ({ path, folders }) =>
      /^index\.mdx?$/.test(basename(path)) && isInEventCatalog({ folders }) && !folders.includes('versioned'),
  );
  const found = [];
  for (const page of own) found.push(messageOf(page, await readFile(page.path, 'utf8'), sources));
  return found.filter((message) => message !== undefined);
}

function messageOf({ label, path, folders }: OtherFile, text: string, sources: Sources): Candidate | undefined {
  const { matter, body } = parsePage(text);
  const { schemaPath, id, name, summary, deprecated } = matter;
  if (typeof schemaPath !== 'string') return sources.lose(label, 'names no schema (schemaPath): left out');
  const uri = pathToFileURL(join(dirname(path), schemaPath)).href;
  const document = sources.documents.find((each) => each.uri === uri);
  if (document === undefined)
    return sources.lose(label, `names the schema ${schemaPath}, which is no JSON Schema that is there: left out`);
  if (deprecated !== undefined) sources.lose(label, 'says that it is deprecated: write since when into its file');
  return {
    names: textsIn([id, name, folders.at(-1)]),
    domain: folderBehind(folders, 'domains') ?? folderBehind(folders, 'services') ?? '',
    description: textsIn([summary, body])[0]?.trim(),
    schema: sources.root(document),
  };
}

function parsePage(text: string): { matter: Readonly<Record<string, Json | undefined>>; body: string } {
  const [, front = '', rest = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text) ?? [];
  const matter = yamlLibrary().parse(front, { logLevel: 'error' }) as Json;
  // The first paragraph of plain text; the rest is headings and components.
  const body = rest.split(/\n\s*\n/).find((part) => /^\s*[\w"'*_`[]/.test(part)) ?? '';
  return { matter: isJsonObject(matter) ? matter : {}, body };
}

function folderBehind(folders: readonly string[], name: string): string | undefined {
  const index = folders.lastIndexOf(name);
  return index < 0 ? undefined : folders[index + 1];
}
