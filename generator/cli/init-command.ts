import { relative, resolve } from 'node:path';
import { init } from '../scaffold/init.js';
import { escapeLine } from '../text/escape.js';

/**
 * Starts a project in a folder relative to the current one, and says what was made and what to do next.
 *
 * @throws {@link UsageError} if its `package.json` is no JSON.
 * @throws {@link WriteError} if a file cannot be written.
 */
export async function initCommand(path: string, folder: string): Promise<void> {
  const project = resolve(folder, path);
  const { created, kept } = await init(project);
  const shown = (file: string): string => escapeLine(relative(folder, resolve(project, file)));
  for (const file of created) process.stdout.write(`Wrote ${shown(file)}\n`);
  if (created.length === 0) process.stdout.write('Nothing to write: all of it is there already.\n');
  for (const { path: file, text } of kept)
    process.stdout.write(
      `\n${shown(file)} is there already, and was left as it is. What would have been in it:\n\n${text}`,
    );
  const enter = project === folder ? '' : `  cd ${shown('.')}\n`;
  process.stdout.write(`
Next:
${enter}  npm install              # this tool, as package.json names it
  npm run generate         # writes the client to generated/typescript: commit it
Then make the messages yours, in catalog/messages; what is wrong with them is shown by
  npm run validate
  npx worker-codegen new invoice-send-request --with-outcome
  npx worker-codegen import schemas/    # where you have schemas already
`);
}
