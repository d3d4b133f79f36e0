import { rootSites } from '../../catalog/schema-site.js';
import type { SourceFile } from '../../load/source.js';
import { walkSchema } from '../../schema/keywords.js';
import { pointerPath, valueAt } from '../../schema/pointer.js';
import { didYouMean } from '../../text/suggest.js';
import type { LintRule } from '../rule.js';

/** Rules on messages, shared types and exceptions as a whole. */
export const messageRules: readonly LintRule[] = [
  {
    id: 'example-per-request',
    // An example is what callers copy, and what documentation shows instead of made-up values.
    sentence: 'Every message that asks for work (its name ends in `-request`, or it has an outcome) has an example.',
    check({ catalog }, report) {
      for (const { file, name, outcome, examples } of catalog.messages) {
        const message = `${name} has no example: add one under examples, with a title and a payload.`;
        const isRequest = name.endsWith('-request') || outcome !== undefined;
        if (isRequest && examples.length === 0) report({ file, path: ['name'] }, message);
      }
    },
  },
  {
    id: 'used-type',
    // A type that no message leads to is emitted for nobody.
    sentence: 'Every shared type is part of some message.',
    check({ catalog }, report) {
      const roots = new Map(rootSites(catalog).map(({ file, schema }) => [file, schema]));
      const used = new Set(catalog.messages.map(({ file }) => file));
      // A set is walked in the order in which its members were added, those that are added meanwhile too.
      for (const file of used) {
        walkSchema(roots.get(file) ?? true, [], (schema) => {
          if (typeof schema === 'object' && schema.$ref !== undefined)
            used.add(catalog.references.target(schema.$ref, file).file);
        });
      }
      for (const { file, name } of catalog.types) {
        const message = `No message uses the shared type ${name}: refer to it with $ref, or remove the file.`;
        if (!used.has(file)) report({ file, path: [] }, message);
      }
    },
  },
  {
    id: 'existing-exception',
    // An exception whose place is gone would hide the findings of a later one of that name.
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
  },
];

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
  const isThere = valueAt(file.value, pointerPath(pointer)) !== undefined;
  return isThere ? undefined : `${path} has no part ${JSON.stringify(`#${pointer}`)}.${advice}`;
}
