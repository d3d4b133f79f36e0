import type { SourceFile } from '../../load/source.js';
import { pointerPath } from '../../schema/pointer.js';
import { didYouMean } from '../../text/suggest.js';
import type { Finding, LintRule } from '../rule.js';

/** An exception whose place is gone would hide the findings of a later one of that name. */
export const existingException: LintRule = {
  id: 'existing-exception',
  sentence: 'Every exception in `catalog.yaml` names a file or folder of the catalog, or a part of a file.',
  check({ catalog }) {
    const { settings, settingsFile, messages, types, ignored } = catalog;
    const files = [
      settingsFile,
      ...messages.map(({ file }) => file),
      ...[...types, ...ignored].map(({ file }) => file),
    ];
    return Object.entries(settings.lint.rules).flatMap(([id, { except = [] }]) =>
      except.flatMap(({ path }, index): Finding[] => {
        const message = missingPlace(path, files);
        return message === undefined
          ? []
          : [{ file: settingsFile, path: ['lint', 'rules', id, 'except', index, 'path'], message }];
      }),
    );
  },
};

const advice = ' Correct the path, or remove the exception.';

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
  return hasPart(file.value, pointerPath(pointer))
    ? undefined
    : `${path} has no part ${JSON.stringify(`#${pointer}`)}.${advice}`;
}

function hasPart(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return hasPart((value as Readonly<Record<string, unknown>>)[key], rest);
}
