import { basename } from 'node:path/posix';
import type { Catalog, MessageDefinition } from '../../catalog/catalog.js';
import type { Path } from '../../json.js';
import { fileStem, type SourceFile } from '../../load/source.js';
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
} from '../../names.js';
import { valueAt } from '../../schema/pointer.js';
import { didYouMean } from '../../text/suggest.js';
import type { Rule } from '../rule.js';

/** The messages whose name is written in their file; a placeholder for a missing or wrong name is not an error. */
function namedMessages({ messages }: Catalog): readonly MessageDefinition[] {
  return messages.filter(({ file, name }) => valueAt(file.value, ['name']) === name);
}

/** Says that a message does not exist, and which one was likely meant. */
export function missingMessage(name: string, known: ReadonlySet<string>): string {
  return `There is no message ${name}.${didYouMean(name, [...known]) || ' Add it to messages/, or correct the name.'}`;
}

/** Checks that no message yields a name that the package has already. */
function freeName(nameOf: (message: string) => string, taken: ReadonlySet<string>, owner: string): Rule['check'] {
  return ({ catalog }, report) => {
    for (const { file, name } of namedMessages(catalog)) {
      const own = nameOf(name);
      const message = `${owner} ${own} of its own: choose another name, such as ${name}-request.`;
      if (taken.has(own)) report({ file, path: ['name'] }, message);
    }
  };
}

/** Rules on messages, shared types and the names that code has for them. */
export const messageRules: readonly Rule[] = [
  {
    id: 'file-name',
    // Who looks for a message looks for its file.
    sentence: "A message's file has the message's name.",
    check({ catalog }, report) {
      for (const { file, name } of namedMessages(catalog)) {
        const message = `The file is ${basename(file.path)}, but the message is ${name}: rename one of them.`;
        if (fileStem(file) !== name) report({ file, path: ['name'] }, message);
      }
    },
  },
  {
    id: 'type-file-name',
    // The name of the type is made of the name of its file.
    sentence: 'A shared type has a kebab-case file name.',
    check({ catalog }, report) {
      for (const { file, name } of catalog.types) {
        const message = `${JSON.stringify(basename(file.path))} is no kebab-case file name: begin with a lower-case letter and go on with such, digits and single hyphens, at most 100 characters.`;
        if (!isCatalogName(name)) report({ file, path: [] }, message);
      }
    },
  },
  {
    id: 'portable-file-name',
    // A catalog is checked out on Windows too.
    sentence: 'No file or folder has a name that Windows keeps for a device.',
    check({ catalog: { messages, types } }, report) {
      for (const { file } of [...messages, ...types]) {
        const name = file.path.split('/').find(isDeviceName);
        if (name === undefined) continue;
        const message = `Nobody can have this file on Windows, which keeps the name ${JSON.stringify(name)} for a device: rename it.`;
        report({ file, path: [] }, message);
      }
    },
  },
  {
    id: 'unique-message',
    // Names of messages become names in code, where two of one name would be one.
    sentence: 'No two messages have the same name, method or constant.',
    check({ catalog }, report) {
      const owners = new Map<string, SourceFile>();
      for (const { file, name } of namedMessages(catalog)) {
        // A name that is copied from another file is reported where it stands, and not in that file.
        if (fileStem(file) !== name) continue;
        for (const identifier of new Set([name, methodName(name), constantName(name)])) {
          const owner = owners.get(identifier);
          if (owner !== undefined) {
            const message = `${owner.path} yields the name ${identifier} already: rename one of the two.`;
            report({ file, path: ['name'] }, message);
            break;
          }
          owners.set(identifier, file);
        }
      }
    },
  },
  {
    id: 'free-method-name',
    // A method of that name would replace one that the client needs.
    sentence: "No message takes the name of one of the client's own members.",
    check: freeName(methodName, reservedMethodNames, 'The client has a member'),
  },
  {
    id: 'free-validator-name',
    // Two functions of one name cannot stand in one module.
    sentence: "No message's validator takes the name of the one for all messages.",
    check: freeName(validatorName, reservedValidatorNames, 'The package has a function'),
  },
  {
    id: 'unique-type',
    // Two types of one name would be one, or the package could not be compiled.
    sentence: 'No two types have the same name, and none takes one of the package.',
    check({ catalog }, report) {
      const declared = [
        ...namedMessages(catalog).map(({ file, name }) => ({ file, type: payloadTypeName(name), path: ['name'] })),
        ...catalog.types.map(({ file, name }) => ({ file, type: sharedTypeName(name), path: [] })),
      ];
      const owners = new Map<string, SourceFile>();
      for (const { file, type } of declared) {
        for (const name of [type, receivedTypeName(type)]) if (!owners.has(name)) owners.set(name, file);
      }
      for (const { file, type, path } of declared) {
        const owner = owners.get(type);
        if (reservedTypeNames.has(type))
          report({ file, path }, `The package has a ${type} of its own: rename the file.`);
        // Two messages of one name are reported by unique-message.
        else if (owner !== undefined && owner !== file && (path.length === 0 || type.startsWith('Received')))
          report({ file, path }, `${owner.path} yields the type ${type} already: rename one of the two files.`);
      }
    },
  },
  {
    id: 'known-message',
    // Links between messages become types and documentation of both.
    sentence: 'outcome, emits and replacedBy name messages of the catalog.',
    check({ catalog: { messages, messageNames } }, report) {
      for (const { file, name: self, outcome, emits, deprecated } of messages) {
        const links: readonly (readonly [string | undefined, Path])[] = [
          [outcome, ['outcome']],
          ...emits.map((name, index): [string, Path] => [name, ['emits', index]]),
          [deprecated?.replacedBy, ['deprecated', 'replacedBy']],
        ];
        for (const [name, path] of links) {
          if (name === undefined) continue;
          if (!messageNames.has(name)) report({ file, path }, missingMessage(name, messageNames));
          else if (name === self)
            report({ file, path }, 'A message cannot name itself here: name another, or remove this.');
        }
      }
    },
  },
];
