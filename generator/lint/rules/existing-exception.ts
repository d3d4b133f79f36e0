import type { SourceFile } from '../../load/source.js';
import { pointerPath, valueAt } from '../../schema/pointer.js';
import { didYouMean } from '../../text/suggest.js';
import type { LintRule } from '../rule.js';

const advice = ' Correct the path, or remove the exception.';

/** An exception whose place is gone would hide the findings of a later one of that name. */
export const existingException: LintRule = {
  id: 'existing-exception',
  sentence: 'Every exception in `catalog.yaml` names a file or folder of the catalog, or a part of a file.',
  check({ catalog: { settings, settingsFile, messages, types, ignored } }, report) {
    const files = [settingsFile, ...[...messages, ...types, ...ignored].map(({ file }) => file)];
    for (const [id, { except = [] }] of Object.entries(settings.lint.rules)) {
      for (const [index, { path }] of except.entries()) {
        const message = missingPlace(path, files);
        const at = { file: settingsFile, path: ['lint', 'rules', id, 'except', index, 'path'] };
        if (message !== undefined) report(at, message);
      }
    }
  },
};

/** What of an exception's path the catalog lacks; `undefined` where it has all of it. */
function missingPlace(place: string, files: readonly SourceFile[]): string | undefined {
  const [path = '', ...rest] = place.replace(/\/$/, '').split('#');
  const file = files.find((each) => each.path === path);
  if (file === undefined) {
    const paths = files.map((each) => each.path);
    const isFolder = paths.some((known) => known.startsWith(`${path}/`));
    return isFolder ? undefined : `The catalog has no ${JSON.stringify(path)}.${didYouMean(path, paths) || advice}`;
  }
  const pointer = rest.join('#');
  const isThere = valueAt(file.value, pointerPath(pointer)) !== undefined;
  return isThere ? undefined : `${path} has no part ${JSON.stringify(`#${pointer}`)}.${advice}`;
}
