import { resolve } from 'node:path';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { describeMessage, summarize } from '../inspect/describe-message.js';
import { suggestMessages } from '../inspect/suggest-messages.js';
import { messageNames } from '../load/message-names.js';
import { buildModel } from '../model/build-model.js';
import type { Model } from '../model/model.js';
import { escapeJson } from '../text/escape.js';
import { terminalInfo, type TerminalInfo } from '../text/terminal.js';
import { UsageError } from '../usage-error.js';
import { withProgress } from './progress.js';
import { readCatalog } from '../read-catalog.js';

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

/** Columns; longer lines are hard to read, however wide the terminal. */
const maxColumns = 100;

/**
 * Prints the messages of a catalog by domain, or their names alone, which works for a catalog with errors too.
 *
 * @throws {@link UsageError} if there is no catalog, or `--names` goes with `--json`.
 * @throws {@link CatalogError} if the catalog has an error.
 */
export async function listCommand({ catalog, json = false, names = false }: ListFlags, folder: string): Promise<void> {
  if (names && json) throw new UsageError('--names does not go with --json.');
  if (names) {
    for (const name of await messageNames(resolve(folder, catalog))) process.stdout.write(`${name}\n`);
    return;
  }
  const { messages } = await readModel(resolve(folder, catalog), !json);
  print(messages.map(summarize), json ? undefined : (await import('../inspect/print-list.js')).printList);
}

/**
 * Prints one message, by the name of it, of its method, its constant or its type, and its payload as a tree.
 *
 * @throws {@link UsageError} if there is no catalog, or no such message.
 * @throws {@link CatalogError} if the catalog has an error.
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
  const printMessage = json ? undefined : (await import('../inspect/print-message.js')).printMessage;
  print(describeMessage(message, model), printMessage);
}

async function readModel(path: string, isForPeople: boolean): Promise<Model> {
  return buildModel(await withProgress(isForPeople, (report) => readCatalog(path, new Reporter(locatorOf), report)));
}

/** Prints for people, or where it is not said how, for programs. */
function print<Value>(value: Value, forPeople: ((value: Value, options: TerminalInfo) => string) | undefined): void {
  const { columns, colors } = terminalInfo(process.stdout);
  const options = { columns: Math.min(columns, maxColumns), colors };
  process.stdout.write(forPeople?.(value, options) ?? `${escapeJson(value)}\n`);
}
