import { basename } from 'node:path';
import type { Path } from '../json.js';
import { fileStem, type SourceFile } from '../load/source.js';
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
import { valueAt } from '../schema/pointer.js';
import type { Catalog, MessageDefinition } from '../catalog/catalog.js';
import type { Rule } from './rule.js';
import { didYouMean } from '../text/suggest.js';

/** Rules on the names of files, messages and types, and of what is made of them. */
export const nameRules: readonly Rule[] = [
  {
    id: 'some-message',
    sentence: 'A catalog has a message.',
    check({ settingsFile, messageNames, lacksMessages }, report) {
      if (messageNames.size > 0 || lacksMessages) return;
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
    check(catalog, report) {
      for (const { file, name } of named(catalog)) {
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
            `${JSON.stringify(basename(file.path))} is no kebab-case file name: begin with a lower-case letter and go on with such, digits and single hyphens, at most 100 characters.`,
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
    check(catalog, report) {
      const owners = new Map<string, SourceFile>();
      for (const { file, name } of named(catalog)) {
        // A name that is copied from another file is told where it stands, and not in that file.
        if (fileStem(file) !== name) continue;
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
    check(catalog, report) {
      for (const { file, name } of named(catalog)) {
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
    check(catalog, report) {
      for (const { file, name } of named(catalog)) {
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
    check(catalog, report) {
      const declared = [
        ...named(catalog).map(({ file, name }) => ({ file, type: payloadTypeName(name), path: ['name'] })),
        ...catalog.types.map(({ file, name }) => ({ file, type: sharedTypeName(name), path: [] })),
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
    check({ messages, messageNames, references }, report) {
      const names = [...messageNames];
      for (const { file, name: self, outcome, emits, deprecated } of messages) {
        const links: readonly (readonly [string | undefined, Path])[] = [
          [outcome, ['outcome']],
          ...emits.map((name, index): [string, Path] => [name, ['emits', index]]),
          [deprecated?.replacedBy, ['deprecated', 'replacedBy']],
        ];
        for (const [name, path] of links) {
          // What stands in for a name that is none is nobody's mistake.
          if (name === undefined || valueAt(references.written(file), path) !== name) continue;
          if (!messageNames.has(name)) report(file, path, missingMessage(name, names));
          else if (name === self)
            report(file, path, 'A message cannot name itself here: name another, or remove this.');
        }
      }
    },
  },
  {
    id: 'known-example',
    sentence: "The message of the README's examples is one of the catalog.",
    check({ settings, settingsFile, messageNames, lacksMessages }, report) {
      const { example } = settings.package;
      // A catalog without any message is told as such.
      const isToldElsewhere = messageNames.size === 0 || lacksMessages;
      if (example === undefined || messageNames.has(example) || isToldElsewhere) return;
      report(settingsFile, ['package', 'example'], missingMessage(example, [...messageNames]));
    },
  },
];

/** The messages that say their name themselves: what stands in for one that is missing or wrong is nobody's mistake. */
function named({ messages, references }: Catalog): readonly MessageDefinition[] {
  return messages.filter(({ file, name }) => valueAt(references.written(file), ['name']) === name);
}

function missingMessage(name: string, known: readonly string[]): string {
  return `There is no message ${name}.${didYouMean(name, known) || ' Add it to messages/, or correct the name.'}`;
}
