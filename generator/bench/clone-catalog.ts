import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a larger catalog by copying each message under new names; links lead to the message of the same copy.
 *
 * @param from - Folder of the catalog to copy.
 * @param to - Folder of the catalog to make.
 * @param copies - How often each message is there.
 */
export async function cloneCatalog(from: string, to: string, copies: number): Promise<void> {
  await cp(join(from, 'types'), join(to, 'types'), { recursive: true });
  await cp(join(from, 'catalog.yaml'), join(to, 'catalog.yaml'));
  const paths = (await readdir(join(from, 'messages'), { recursive: true })).filter((path) => path.endsWith('.yaml'));
  for (const path of paths) {
    const text = await readFile(join(from, 'messages', path), 'utf8');
    const folder = join(to, 'messages', dirname(path));
    await mkdir(folder, { recursive: true });
    for (let copy = 0; copy < copies; copy += 1) {
      const suffix = copy === 0 ? '' : `-copy-${copy}`;
      await writeFile(join(folder, `${basename(path, '.yaml')}${suffix}.yaml`), renamed(text, suffix));
    }
  }
}

function renamed(text: string, suffix: string): string {
  return text
    .replace(/^(name|outcome): (\S+)$/gm, `$1: $2${suffix}`)
    .replace(/^emits:\n(?: {2}- \S+\n)+|^emits: \[.*\]$/gm, (emits) =>
      emits.replaceAll(/[a-z0-9]+(?:-[a-z0-9]+)+/g, `$&${suffix}`),
    );
}
