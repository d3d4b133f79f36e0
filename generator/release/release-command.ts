import { resolve } from 'node:path';
import { Command } from 'commander';
import { Failure } from '../cli/run.js';
import { escapeInvisible } from '../text/escape.js';
import { UsageError } from '../usage-error.js';
import type { ReleaseEnvironment } from './registry.js';
import { ReleaseError } from './release-error.js';
import { pickPackage, releasePackages } from './release-packages.js';
import { release } from './release.js';

interface ReleaseFlags {
  readonly dryRun?: boolean;
  readonly pack?: string;
  readonly package?: string;
}

/**
 * The command line of `npm run release`.
 *
 * @param environment - Where tokens and the tag come from.
 */
export function releaseProgram(environment: ReleaseEnvironment & { readonly RELEASE_TAG?: string }): Command {
  return new Command('npm run release --')
    .description('Checks, packs and publishes a package of this repository.')
    .option('--dry-run', 'publish nothing; say what would go out, and where')
    .option('--pack <folder>', 'publish nothing; leave the tarball there, and in publish.tsv what is left to publish')
    .option(
      '--package <name>',
      `${releasePackages.map(({ id }) => id).join(' or ')} (default: the one that the tag names, else ${releasePackages[0].id})`,
    )
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
    .showHelpAfterError('Run with --help for what there is.')
    .exitOverride()
    .addHelpText(
      'after',
      `
Environment:
  GITHUB_TOKEN  token for the registry that the package names; a dry run needs none
  NPM_TOKEN     token for npm; without one, nothing goes there
  RELEASE_TAG   the tag to release, such as ${releasePackages.map(({ tagPrefix }) => `${tagPrefix}1.2.3`).join(' or ')}`,
    )
    .action(async ({ dryRun = false, pack, package: id }: ReleaseFlags) => {
      if (dryRun && pack !== undefined) throw new UsageError('--dry-run does not go with --pack.');
      const tag = environment.RELEASE_TAG;
      const report = (line: string): void => {
        process.stdout.write(`${line}\n`);
      };
      const options = { released: pickPackage(id, tag), folder: '.', isDryRun: dryRun, tag, environment, report };
      await release({ ...options, ...(pack !== undefined && { packTo: resolve(pack) }) }).catch(failed);
    });
}

function failed(error: unknown): never {
  if (!(error instanceof ReleaseError)) throw error;
  process.stderr.write(`error: ${escapeInvisible(error.message)}\n`);
  throw new Failure();
}
