import { createTwoFilesPatch } from 'diff';
import type { Change } from './plan.js';

/**
 * Shows what would change, as a unified diff that `patch` and `git apply` read.
 *
 * @param changes - What would change.
 */
export function unifiedDiff(changes: readonly Change[]): string {
  return changes
    .map(({ path, before, after }) => {
      const from = before === undefined ? '/dev/null' : `a/${path}`;
      const to = after === undefined ? '/dev/null' : `b/${path}`;
      return createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3 }).replace(
        /^=+\n/,
        '',
      );
    })
    .join('');
}
