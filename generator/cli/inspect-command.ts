import { resolve } from 'node:path';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { describeMessage, summarize } from '../inspect/describe-message.js';
import type { PrintOptions } from '../text/wrap-line.js';
import { suggestMessages } from '../inspect/suggest-messages.js';
import { load } from '../load/load.js';
import { messageNames } from '../load/message-names.js';
import { buildModel } from '../model/build-model.js';
import type { Model } from '../model/model.js';
import { pluralize } from '../text/pluralize.js';
import { colorsFor } from '../text/terminal.js';
import { terminalInfo } from '../text/terminal.js';
import { escapeJson } from '../text/escape.js';
import { UsageError } from '../usage-error.js';
import { validate } from '../validate/validate.js';
import { createProgress } from './progress.js';

/** Flags of `show`. */
export interface ShowFlags {
  readonly catalog: string;
  readonly json?: boolean;
}

/** Flags of `list`. */
export interface ListFlags extends ShowFlags {
  /** Whether to print names alone. Default: no. */
  readonly names?: boolean;
}

/** Lines that are longer than this are hard to read, however wide the terminal. */
const widest = 100;

/**
 * Prints the messages of a catalog by domain, or their names alone, which works for a catalog with errors too.
 *
 * @param flags - What the user asked for.
 * @param folder - Paths are relative to it.
 * @throws {@link CatalogError} if the catalog has an error.
 */
export async function listCommand({ catalog, json = false, names = false }: ListFlags, folder: string): Promise<void> {
  if (names && json) throw new UsageError('--names does not go with --json.');
  if (names) {
    const lines = (await messageNames(resolve(folder, catalog))).map((name) => `${name}\n`);
    process.stdout.write(lines.join(''));
    return;
  }
  const { messages } = await readModel(resolve(folder, catalog), !json);
  const summaries = messages.map(summarize);
  if (json) process.stdout.write(`${escapeJson(summaries)}\n`);
  else process.stdout.write((await import('../inspect/print-list.js')).printList(summaries, printOptions()));
}

/**
 * Prints one message, its payload as a tree.
 *
 * @param name - Name of the message, of its method, its constant or its type.
 * @param flags - What the user asked for.
 * @param folder - Paths are relative to it.
 * @throws {@link CatalogError} if the catalog has an error.
 * @throws {@link UsageError} if there is no such message.
 */
export async function showCommand(name: string, { catalog, json = false }: ShowFlags, folder: string): Promise<void> {
  const model = await readModel(resolve(folder, catalog), !json);
  const message = model.messages.find(({ name: own, method, constant, payload }) =>
    [own, method, constant, payload.name].includes(name),
  );
  if (message === undefined) {
    const names = model.messages.map((each) => each.name);
    throw new UsageError(
      `There is no message ${JSON.stringify(name)}.${suggestMessages(name, names)} Run list to see all of them.`,
    );
  }
  const description = describeMessage(message, model);
  if (json) process.stdout.write(`${escapeJson(description)}\n`);
  else process.stdout.write((await import('../inspect/print-message.js')).printMessage(description, printOptions()));
}

/** Reads a catalog, and on a terminal or in CI tells people how far it is. */
async function readModel(catalog: string, isForPeople: boolean): Promise<Model> {
  const reporter = new Reporter(locatorOf);
  const progress = isForPeople ? createProgress() : undefined;
  try {
    progress?.tell('Reading the catalog');
    const source = await load(catalog, reporter);
    progress?.tell(`Validating ${pluralize(source.messages.length, 'message')}`);
    return buildModel(validate(source, reporter));
  } finally {
    progress?.end();
  }
}

function printOptions(): PrintOptions {
  const { columns, isColoured } = terminalInfo(process.stdout);
  return { columns: Math.min(columns, widest), colors: colorsFor(isColoured) };
}
