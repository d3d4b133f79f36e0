import { createTwoFilesPatch } from 'diff';
import type { Change } from './change.js';

/** Shows what would change, as a unified diff that `patch` and `git apply` read. */
export function unifiedDiff(changes: readonly Change[]): string {
  const patches = changes.map(({ path, before, after }) => {
    const from = before === undefined ? '/dev/null' : `a/${path}`;
    const to = after === undefined ? '/dev/null' : `b/${path}`;
    const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3 });
    return patch.replace(/^=+\n/, '');
  });
  return patches.join('');
}
