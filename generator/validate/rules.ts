import { basename } from 'node:path';
import type { Reporter } from '../diagnostics/reporter.js';
import { fileStem, type Path, type SourceFile } from '../load/source.js';
import {
  constantName,
  isCatalogName,
  isDeviceName,
  methodName,
  payloadTypeName,
  receivedTypeName,
  reservedMethodNames,
  reservedTypeNames,
  reservedValidatorNames,
  sharedTypeName,
  validatorName,
} from '../names.js';
import type { Catalog } from './catalog.js';
import { endlessReferences, mostReferences } from './endless-references.js';
import { knownFormats } from './formats.js';
import { BacktrackingCheck, patternsOf, syntaxProblem } from './patterns.js';
import { missingProperties } from './required-properties.js';
import { unsatisfiable } from './satisfiability.js';
import { deepReferences } from './reference-depth.js';
import type { DanglingReference } from './references.js';
import { allSites } from './schema-site.js';
import { didYouMean } from './suggest.js';

/** Something that holds for every catalog. */
interface Rule {
  /** Id, in kebab-case, as diagnostics name it. */
  readonly id: string;
  /** What holds, as one English sentence: documentation and test title. */
  readonly sentence: string;
  /** Reports each place where it does not hold. */
  readonly check: (catalog: Catalog, report: Report) => void;
}

/** Reports a breach of the rule that is being checked. */
type Report = (file: SourceFile, path: Path, message: string, part?: 'key' | 'value') => void;

/** Rules on how files, names and references fit together; the JSON Schemas say what one file looks like. */
export const rules: readonly Rule[] = [
  {
    id: 'some-message',
    sentence: 'A catalog has a message.',
    check({ settingsFile, messageNames }, report) {
      if (messageNames.size > 0) return;
      report(
        settingsFile,
        [],
        'The catalog has no message: add one as messages/<domain>/<name>.yaml, beside this file.',
      );
    },
  },
  {
    id: 'file-name',
    sentence: "A message's file has the message's name.",
    check({ messages }, report) {
      for (const { file, name } of messages) {
        if (fileStem(file) !== name)
          report(file, ['name'], `The file is ${basename(file.path)}, but the message is ${name}: rename one of them.`);
      }
    },
  },
  {
    id: 'type-file-name',
    sentence: 'A shared type has a kebab-case file name.',
    check({ types }, report) {
      for (const { file, name } of types) {
        if (!isCatalogName(name)) {
          report(
            file,
            [],
            `${JSON.stringify(basename(file.path))} is no kebab-case file name: use lower-case letters, digits and single hyphens, at most 100 characters.`,
          );
        }
      }
    },
  },
  {
    id: 'portable-file-name',
    sentence: 'No file or folder has a name that Windows keeps for a device.',
    check({ messages, types }, report) {
      for (const { file } of [...messages, ...types]) {
        const name = file.path.split('/').find(isDeviceName);
        if (name === undefined) continue;
        report(
          file,
          [],
          `Nobody can have this file on Windows, which keeps the name ${JSON.stringify(name)} for a device: rename it.`,
        );
      }
    },
  },
  {
    id: 'unique-message',
    sentence: 'No two messages have the same name, method or constant.',
    check({ messages }, report) {
      const owners = new Map<string, SourceFile>();
      for (const { file, name } of messages) {
        for (const identifier of new Set([name, methodName(name), constantName(name)])) {
          const owner = owners.get(identifier);
          if (owner !== undefined) {
            report(file, ['name'], `${owner.path} yields the name ${identifier} already: rename one of the two.`);
            break;
          }
          owners.set(identifier, file);
        }
      }
    },
  },
  {
    id: 'free-method-name',
    sentence: "No message takes the name of one of the client's own members.",
    check({ messages }, report) {
      for (const { file, name } of messages) {
        const method = methodName(name);
        if (reservedMethodNames.has(method))
          report(
            file,
            ['name'],
            `The client has a member ${method} of its own: choose another name, such as ${name}-request.`,
          );
      }
    },
  },
  {
    id: 'free-validator-name',
    sentence: "No message's validator takes the name of the one for all messages.",
    check({ messages }, report) {
      for (const { file, name } of messages) {
        const validator = validatorName(name);
        if (reservedValidatorNames.has(validator))
          report(
            file,
            ['name'],
            `The package has a function ${validator} of its own: choose another name, such as ${name}-request.`,
          );
      }
    },
  },
  {
    id: 'unique-type',
    sentence: 'No two types have the same name, and none takes one of the package.',
    check({ messages, types }, report) {
      const declared = [
        ...messages.map(({ file, name }) => ({ file, type: payloadTypeName(name), path: ['name'] })),
        ...types.map(({ file, name }) => ({ file, type: sharedTypeName(name), path: [] })),
      ];
      const owners = new Map<string, SourceFile>();
      for (const { file, type } of declared) {
        for (const name of [type, receivedTypeName(type)]) if (!owners.has(name)) owners.set(name, file);
      }
      for (const { file, type, path } of declared) {
        const owner = owners.get(type);
        if (reservedTypeNames.has(type)) report(file, path, `The package has a ${type} of its own: rename the file.`);
        // Two messages of one name are told by unique-message.
        else if (owner !== undefined && owner !== file && (path.length === 0 || type.startsWith('Received')))
          report(file, path, `${owner.path} yields the type ${type} already: rename one of the two files.`);
      }
    },
  },
  {
    id: 'known-message',
    sentence: 'outcome, emits and replacedBy name messages of the catalog.',
    check({ messages, messageNames }, report) {
      const names = [...messageNames];
      for (const { file, name: self, outcome, emits, deprecated } of messages) {
        const links: readonly (readonly [string | undefined, Path])[] = [
          [outcome, ['outcome']],
          ...emits.map((name, index): [string, Path] => [name, ['emits', index]]),
          [deprecated?.replacedBy, ['deprecated', 'replacedBy']],
        ];
        for (const [name, path] of links) {
          if (name === undefined) continue;
          if (!messageNames.has(name)) report(file, path, missingMessage(name, names));
          else if (name === self) report(file, path, 'A message cannot name itself here.');
        }
      }
    },
  },
  {
    id: 'known-example',
    sentence: "The message of the README's examples is one of the catalog.",
    check({ settings, settingsFile, messageNames }, report) {
      const { example } = settings.package;
      if (example === undefined || messageNames.has(example)) return;
      report(settingsFile, ['package', 'example'], missingMessage(example, [...messageNames]));
    },
  },
  {
    id: 'resolvable-reference',
    sentence: 'Every $ref points at a schema inside the catalog.',
    check(catalog, report) {
      for (const { file, path, schema } of allSites(catalog)) {
        if (typeof schema === 'boolean' || schema.$ref === undefined) continue;
        const target = catalog.references.resolve(schema.$ref, file);
        if ('problem' in target && !target.isFollowUp) {
          report(
            file,
            [...path, '$ref'],
            `${JSON.stringify(schema.$ref)} ${target.problem}.${suggestReference(schema.$ref, target, file, catalog)}`,
          );
        }
      }
    },
  },
  {
    id: 'finite-reference',
    sentence: 'No schema refers to itself without a property or item in between.',
    check(catalog, report) {
      const endless = endlessReferences(catalog);
      for (const { file, path, isCircle } of endless) {
        const message = isCircle
          ? 'This reference leads back to itself without end: put a property or an item in between.'
          : `This reference leads on to more than ${mostReferences} others: refer to the last one.`;
        report(file, [...path, '$ref'], message);
      }
      for (const { file, path } of endless.length > 0 ? [] : deepReferences(catalog)) {
        const message = `From here on more than ${mostReferences} references follow each other: flatten these schemas.`;
        report(file, [...path, '$ref'], message);
      }
    },
  },
  {
    id: 'valid-pattern',
    sentence: 'Every pattern is a regular expression.',
    check(catalog, report) {
      for (const { file, path, schema } of allSites(catalog)) {
        for (const { pattern, at, part } of patternsOf(schema)) {
          const problem = syntaxProblem(pattern);
          if (problem === undefined) continue;
          report(
            file,
            [...path, ...at],
            `This is no regular expression with Unicode: ${problem}. Correct it, or escape what is meant as itself.`,
            part,
          );
        }
      }
    },
  },
  {
    id: 'bounded-pattern',
    sentence: 'No pattern takes exponential time on some text.',
    check(catalog, report) {
      const backtracking = new BacktrackingCheck();
      for (const { file, path, schema } of allSites(catalog)) {
        for (const { pattern, at, part } of patternsOf(schema)) {
          if (syntaxProblem(pattern) !== undefined || !backtracking.isEndless(pattern)) continue;
          const advice = 'let no two ways of repeating match the same text, as a+ does where (a+)+ stood';
          report(file, [...path, ...at], `This pattern backtracks without end on some texts: ${advice}.`, part);
        }
      }
    },
  },
  {
    id: 'known-format',
    sentence: 'No format is a misspelling of one that is checked.',
    check(catalog, report) {
      for (const { file, path, schema } of allSites(catalog)) {
        if (typeof schema === 'boolean' || schema.format === undefined || knownFormats.has(schema.format)) continue;
        const hint = didYouMean(schema.format, [...knownFormats]);
        if (hint === '') continue;
        report(file, [...path, 'format'], `${JSON.stringify(schema.format)} is no format that is checked.${hint}`);
      }
    },
  },
  {
    id: 'satisfiable-schema',
    sentence: 'Every schema but `false` accepts some value.',
    check(catalog, report) {
      for (const { site, at, message } of unsatisfiable(catalog)) report(site.file, [...site.path, ...at], message);
    },
  },
  {
    id: 'known-values-of-strings',
    sentence: 'x-known-values stands beside type: string.',
    check(catalog, report) {
      for (const { file, path, schema } of allSites(catalog)) {
        if (typeof schema === 'boolean' || schema['x-known-values'] === undefined) continue;
        const types = [schema.type ?? []].flat();
        if (!types.includes('string'))
          report(file, [...path, 'x-known-values'], 'x-known-values needs type: string beside it.', 'key');
      }
    },
  },
  {
    id: 'existing-required',
    sentence: 'Every required field of an object that lists its fields is one of them.',
    check(catalog, report) {
      for (const { site, index, name, known } of missingProperties(catalog)) {
        const hint = didYouMean(name, known) || ' Add it to properties, or remove it here.';
        report(site.file, [...site.path, 'required', index], `There is no property ${JSON.stringify(name)}.${hint}`);
      }
    },
  },
];

/**
 * Checks every rule.
 *
 * @param catalog - A catalog whose files have the right structure.
 * @param reporter - Receives each breach.
 */
export function checkRules(catalog: Catalog, reporter: Reporter): void {
  for (const { id, check } of rules) {
    check(catalog, (file, path, message, part = 'value') => reporter.error(id, { file, path, part }, message));
  }
}

function missingMessage(name: string, known: readonly string[]): string {
  return `There is no message ${name}.${didYouMean(name, known) || ' Add it to messages/, or correct the name.'}`;
}

function suggestReference(
  reference: string,
  { meant }: DanglingReference,
  file: SourceFile,
  { references }: Catalog,
): string {
  if (meant !== undefined) return ` Did you mean "${meant}"?`;
  const depth = file.path.split('/').length - 1;
  const relative = references.paths.map((path) => '../'.repeat(depth) + path);
  return didYouMean(reference, relative);
}
