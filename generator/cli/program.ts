import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { formats } from '../diagnostics/formats.js';
import { toolVersion } from '../installation.js';
import type { GenerateFlags } from './generate-command.js';
import type { ListFlags, ShowFlags } from './inspect-command.js';
import type { NewFlags } from './new-command.js';
import type { ChangelogFlags } from './changelog-command.js';
import type { DiffFlags } from './diff-command.js';
import { diffFormats } from './diff-formats.js';
import { UsageError } from '../usage-error.js';
import { completion, shells, type Shell } from './completion.js';
import type { ValidateFlags } from './validate-command.js';

/**
 * The command line: https://github.com/tj/commander.js.
 *
 * @param folder - Where the user is; paths are relative to it. Default: the current folder.
 * @throws {@link UsageError} if the current folder has been removed.
 */
export function createProgram(folder: string = currentFolder()): Command {
  const program = new Command('worker-codegen')
    .description('Generates typed client packages from a catalog of job-queue messages.')
    .version(toolVersion, '-V, --version', 'print the version of this tool')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('Run with --help for what there is.')
    .exitOverride()
    .addHelpText(
      'after',
      examples([
        'init',
        'new file-compress-request --with-outcome',
        'validate',
        'generate',
        'show file-compress-request',
      ]),
    );
  addGenerate(program, folder);
  addValidate(program, folder);
  addDiff(program, folder);
  addChangelog(program, folder);
  addInit(program, folder);
  addNew(program, folder);
  addImport(program, folder);
  addList(program, folder);
  addShow(program, folder);
  addCompletion(program, folder);
  return program;
}

function addGenerate(program: Command, folder: string): void {
  const calls = ['generate', 'generate --watch', 'generate --catalog messages --out packages', 'generate --check'];
  addCommand(program, 'generate', 'Check the catalog and write a package for each folder of templates.', calls)
    .addOption(folderOption('--out', 'folder that receives the packages').default('generated'))
    .addOption(
      folderOption('--templates', 'folder with targets of your own, a folder of templates each')
        .argParser((path, earlier: readonly string[]) => append(folderPath(path), earlier))
        .default([], 'none'),
    )
    .addOption(
      new Option('--target <name>', 'what to generate, or all').argParser(append).default([], 'what the catalog names'),
    )
    .option('--check', 'write nothing; show what differs, and exit with 1 if anything does')
    .option('--watch', 'generate again whenever the catalog or the templates change')
    .option('--json', 'print the result as JSON')
    .action(async (flags: GenerateFlags) => (await import('./generate-command.js')).generateCommand(flags, folder));
}

function addValidate(program: Command, folder: string): void {
  const calls = [
    'validate',
    'validate --fix',
    'validate --max-warnings 0 --format github',
    'validate --format sarif > problems.sarif',
  ];
  addCommand(program, 'validate', 'Check the catalog, and write nothing but what --fix fixes.', calls)
    .addOption(new Option('--format <format>', 'how to print problems').choices(formats).default('pretty'))
    .option('--fix', 'first fix what lint finds and a program may decide')
    .option('--max-warnings <number>', 'exit with 1 if there are more (default: any number is fine)', wholeNumber)
    .action(async (flags: ValidateFlags) => (await import('./validate-command.js')).validateCommand(flags, folder));
}

function addInit(program: Command, folder: string): void {
  program
    .command('init')
    .description('Start a project: a catalog that generates at once, settings of editors, and a workflow for CI.')
    .argument('[folder]', 'folder of the project', folderPath, '.')
    .addHelpText('after', examples(['init', 'init queue'], '\nNothing that is there is written over.'))
    .action(async (path: string) => (await import('./init-command.js')).initCommand(path, folder));
}

function addDiff(program: Command, folder: string): void {
  const calls = [
    'diff main',
    'diff v4.1.0 v4.2.0',
    'diff npm:@scope/name@4.1.0 --write',
    'diff --format markdown > changes.md',
  ];
  const more = `
Exits with 1 where the version is too low for the changes, a waiver has ended,
or something secret would be printed from now on.`;
  addCommand(program, 'diff', 'Say what the changes of a catalog break, and which version they need.', calls, more)
    .argument(
      '[before]',
      'folder, tarball of a package, npm:<name>@<version> or git revision (default: the last release)',
    )
    .argument('[after]', 'the same (default: the catalog)')
    .addOption(new Option('--format <format>', 'how to print it').choices(diffFormats).default('pretty'))
    .option('--all', 'print what is safe, too')
    .option('--strict', 'let payloads hold properties that only the other version names')
    .option('--write', 'set the version that the changes need in catalog.yaml')
    .addOption(new Option('--today <date>', 'the day for waivers (default: today)').argParser(date))
    .action(async (before: string | undefined, after: string | undefined, flags: DiffFlags) =>
      (await import('./diff-command.js')).diffCommand(before, after, flags, folder),
    );
}

function addChangelog(program: Command, folder: string): void {
  const calls = ['changelog', 'changelog v4.1.0 --date 2027-01-31'];
  addCommand(program, 'changelog', 'Add what this version changes to the changelog of the catalog.', calls)
    .argument('[before]', 'what to compare with, as for diff (default: the last release)')
    .addOption(new Option('--date <date>', 'the day of the release (default: today)').argParser(date))
    .action(async (before: string | undefined, flags: ChangelogFlags) =>
      (await import('./changelog-command.js')).changelogCommand(before, flags, folder),
    );
}

function addNew(program: Command, folder: string): void {
  const calls = [
    'new file-compress-request',
    'new file-compress-request --with-outcome',
    'new shelf-sync-request --domain shelf/sync',
  ];
  addCommand(program, 'new', 'Write the file of a new message, which validates at once and is yours to fill.', calls)
    .argument('<name>', 'name of the message, in kebab-case')
    .option('--domain <name>', 'folder below messages/ (default: that of the messages named most alike)')
    .option('--with-outcome', 'write the message that reports the end of the job too, and link it')
    .action(async (name: string, flags: NewFlags) =>
      (await import('./new-command.js')).newCommand(name, flags, folder),
    );
}

function addImport(program: Command, folder: string): void {
  const calls = ['import schemas', 'import asyncapi.yaml openapi.json', 'import schemas.mjs --catalog queue'];
  const more = `
A source is a file or a folder. Nothing is fetched, and nothing is written over.
What cannot be carried over is reported with its place, and fails nothing.`;
  addCommand(program, 'import', 'Write catalog files from schemas that you have, once.', calls, more)
    .argument('<source...>', 'JSON Schema of any draft, AsyncAPI, OpenAPI, EventCatalog, or a module of schemas')
    .action(async (sources: readonly string[], flags: { catalog: string }) =>
      (await import('./import-command.js')).importCommand(sources, flags, folder),
    );
}

function addList(program: Command, folder: string): void {
  const calls = ['list', 'list --catalog messages', "list --json | jq -r '.[] | select(.outcome) | .method'"];
  const more = `
Each object of --json has
  name, domain, source, method, constant, outcome, emits, sentBy,
  deprecated, exampleCount`;
  addCommand(program, 'list', 'Print the messages of the catalog, by domain.', calls, more)
    .option('--json', 'print an array of objects')
    .option('--names', 'print names alone, one a line')
    .action(async (flags: ListFlags) => (await import('./inspect-command.js')).listCommand(flags, folder));
}

function addShow(program: Command, folder: string): void {
  const calls = ['show file-download-request', "show fileDownloadRequest --json | jq '.payload.fields[].name'"];
  const more = `
The object of --json has what list --json has of a message, and
  description, outcomeOf, emittedBy, retry, payload, examples
The payload has
  type, standsFor, isRepeated, fields, alternatives, isSecret,
  isDeprecated, description, conditions, knownValues, default
Each of its fields has the same, and
  name, isRequired`;
  addCommand(program, 'show', 'Print one message: what it is for, its links, and its payload as a tree.', calls, more)
    .argument('<message>', 'name of the message, of its method, constant or type')
    .option('--json', 'print an object that holds descriptions and examples too')
    .action(async (name: string, flags: ShowFlags) =>
      (await import('./inspect-command.js')).showCommand(name, flags, folder),
    );
}

function addCompletion(program: Command, folder: string): void {
  program
    .command('completion')
    .description('Print a script that completes commands, options and messages in a shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .argument('[words...]', 'print what the shell offers for the last of these')
    .addHelpText(
      'after',
      `\nExamples:
  $ source <(worker-codegen completion bash)  # in ~/.bashrc
  $ source <(worker-codegen completion zsh)   # in ~/.zshrc, behind compinit
  $ worker-codegen completion fish | source   # in ~/.config/fish/config.fish

Where it is installed in a project alone, write npx before worker-codegen: what
follows "npx worker-codegen" and "npm exec worker-codegen" is completed too.`,
    )
    .action(async (shell: Shell, words: readonly string[]) => {
      process.stdout.write(await completion(program, shell, words, folder));
    });
}

/** A command that reads a catalog. */
function addCommand(
  program: Command,
  name: string,
  description: string,
  calls: readonly string[],
  more?: string,
): Command {
  return program
    .command(name)
    .description(description)
    .addOption(folderOption('--catalog', 'folder of the catalog').default('catalog'))
    .addHelpText('after', examples(calls, more));
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('The current folder is gone: change to one that exists.');
  }
}

function folderOption(flag: string, description: string): Option {
  return new Option(`${flag} <folder>`, description).argParser(folderPath);
}

function folderPath(path: string): string {
  // What a shell makes of a variable that is not set would mean the current folder.
  if (path === '') throw new InvalidArgumentError('Name a folder; the current one is ".".');
  return path;
}

function examples(calls: readonly string[], more = ''): string {
  return `\nExamples:\n${calls.map((call) => `  $ worker-codegen ${call}`).join('\n')}${more && `\n${more}`}`;
}

/** Takes an option that may be given several times. */
function append(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 0.');
  return Number(text);
}

function date(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true;
  if (!isDay) throw new InvalidArgumentError('Give a date, such as 2027-01-31.');
  return text;
}
