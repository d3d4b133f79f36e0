import { Command, InvalidArgumentError, Option } from 'commander';
import { formats } from '../diagnostics/format.js';
import { defaultTemplatesFolder } from '../installation.js';
import type { GenerateFlags } from './generate-command.js';
import type { ValidateFlags } from './validate-command.js';

/**
 * The command line: https://github.com/tj/commander.js.
 *
 * @param folder - Where the user is; paths are relative to it.
 */
export function createProgram(folder: string): Command {
  const program = new Command('worker-codegen')
    .description('Generates typed client packages from a catalog of job-queue messages.')
    .helpCommand(false)
    .showHelpAfterError('Run with --help for what there is.')
    .exitOverride();
  const catalog = (): Option => new Option('--catalog <folder>', 'folder of the catalog').default('catalog');

  program
    .command('generate')
    .description('Check the catalog and write a package for each folder of templates.')
    .addOption(catalog())
    .option('--out <folder>', 'folder that receives the packages', 'generated')
    .addOption(
      new Option('--templates <folder>', 'folder of templates').default(defaultTemplatesFolder, 'those of this tool'),
    )
    .option('--check', 'write nothing; show what differs, and exit with 1 if anything does')
    .option('--watch', 'generate again whenever the catalog or the templates change')
    .option('--json', 'tell the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ worker-codegen generate\n  $ worker-codegen generate --catalog messages --out packages\n  $ worker-codegen generate --check',
    )
    .action(async (flags: GenerateFlags) => (await import('./generate-command.js')).generateCommand(flags, folder));

  program
    .command('validate')
    .description('Check the catalog, and write nothing.')
    .addOption(catalog())
    .addOption(new Option('--format <format>', 'how to tell problems').choices(formats).default('pretty'))
    .option('--fix', 'first fix what lint finds and a program may decide')
    .addOption(
      new Option(
        '--max-warnings <number>',
        'exit with 1 if there are more warnings (default: any number is fine)',
      ).argParser(wholeNumber),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ worker-codegen validate\n  $ worker-codegen validate --fix\n  $ worker-codegen validate --max-warnings 0\n  $ worker-codegen validate --format sarif > problems.sarif',
    )
    .action(async (flags: ValidateFlags) => (await import('./validate-command.js')).validateCommand(flags, folder));
  return program;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 0.');
  return Number(text);
}
