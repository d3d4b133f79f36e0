import { join, parse } from 'node:path';
import { CatalogError, type Diagnostic } from '../diagnostics/diagnostic.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { CatalogSource, SourceFile } from '../load/source.js';
import { isCatalogName, likelyMessageName, unnamed } from '../names.js';
import { UsageError } from '../usage-error.js';
import { validate } from '../validate/validate.js';
import { guessDomain } from './guess-domain.js';
import { messageText, subjectOf, type NewMessage } from './message-text.js';
import { modelineFor } from './modeline.js';

/** What message to write. */
export interface ScaffoldOptions {
  readonly name: string;
  /** Folder below `messages/`. Default: that of the messages named most alike. */
  readonly domain?: string;
  /** Whether to write the message that reports the end of the job too. */
  readonly withOutcome: boolean;
  /** Absolute path of the project's folder: a schema inside it is named for editors. */
  readonly project: string;
}

/**
 * Makes the file of a new message, and that of its outcome where one is wanted; nothing is on the disk yet.
 *
 * @throws {@link UsageError} if the catalog cannot take a message of that name.
 */
export function scaffold(source: CatalogSource, options: ScaffoldOptions): SourceFile[] {
  const { name, withOutcome, project } = options;
  const outcome = withOutcome ? `${subjectOf(name)}-completed` : undefined;
  if (outcome === name) {
    throw new UsageError(
      `${name} reports the end of a job itself: leave out --with-outcome, or name the request, such as ${subjectOf(name)}-request.`,
    );
  }
  for (const each of outcome === undefined ? [name] : [name, outcome]) requireFreeName(each, source);
  const domain = options.domain ?? guessDomain(name, source.messages.map(placeOf));
  requireDomain(domain);

  const file = (kind: Parameters<typeof messageText>[0], fileName: string, links: Partial<NewMessage>): SourceFile => {
    const path = ['messages', domain, `${fileName}.yaml`].filter((part) => part !== '').join('/');
    const absolutePath = join(source.folder, path);
    const modeline = modelineFor(absolutePath, source.messages, project);
    const text = messageText(kind, { name: fileName, modeline, ...links });
    return { path, absolutePath, text, value: parseYaml(text).value };
  };
  const isRequest = outcome !== undefined || name.endsWith('-request');
  const files = [file(isRequest ? 'request' : 'event', name, { outcome: outcome ?? '' })];
  if (outcome !== undefined) files.push(file('outcome', outcome, { request: name }));
  requireValid(source, files);
  return files;
}

function requireFreeName(name: string, { messages }: CatalogSource): void {
  if (!isCatalogName(name)) {
    const likely = likelyMessageName(name);
    throw new UsageError(
      `${JSON.stringify(name)} is no name for a message: begin with a lower-case letter and go on with such, digits and single hyphens, at most 100 characters, such as ${likely === unnamed ? 'file-download-request' : likely}.`,
    );
  }
  const taken = messages.find(({ path }) => parse(path).name === name);
  if (taken !== undefined) throw new UsageError(`There is a message ${name} already: ${taken.path}.`);
}

/** A message may lie in no folder of its own, as one without a domain does. */
function requireDomain(domain: string): void {
  if (domain === '' || domain.split('/').every(isCatalogName)) return;
  throw new UsageError(
    `${JSON.stringify(domain)} is no folder for messages: begin with a lower-case letter and go on with such, digits and single hyphens, and put / between folders.`,
  );
}

/** The rules of the catalog decide about the new files; problems that it had before do not count. */
function requireValid(source: CatalogSource, files: readonly SourceFile[]): void {
  const known = new Set(problemsOf(source).map(({ message }) => message));
  const added = problemsOf({ ...source, messages: [...source.messages, ...files] });
  const problem = added.find(({ message }) => !known.has(message));
  if (problem !== undefined) throw new UsageError(`The catalog cannot take this message. ${problem.message}`);
}

function problemsOf(source: CatalogSource): readonly Diagnostic[] {
  try {
    validate(source, new Reporter(locatorOf));
    return [];
  } catch (error) {
    if (error instanceof CatalogError) return error.diagnostics;
    throw error;
  }
}

function placeOf({ path }: SourceFile): { name: string; domain: string } {
  const { dir, name } = parse(path);
  return { name, domain: dir.split('/').slice(1).join('/') };
}
