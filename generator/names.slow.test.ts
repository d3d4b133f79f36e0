import { join } from 'node:path';
import { Project, type SourceFile } from 'ts-morph';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedMessages } from './emitted/published.js';
import {
  constantName,
  defaultPackageName,
  inheritedMembers,
  localTypeName,
  methodName,
  payloadTypeName,
  receivedTypeName,
  reservedMethodNames,
  reservedTypeNames,
  sharedTypeName,
} from './names.js';
import { rendering } from './render/render.js';
import { loadTemplates } from './render/templates.js';
import { messageFile, modelOf } from './testing/catalog.js';

describe('Names of a message', () => {
  it.each(publishedMessages)('$name are those of the published client', ({ name, constant, method, payloadType }) => {
    expect([constantName(name), methodName(name), payloadTypeName(name)]).toEqual([constant, method, payloadType]);
  });
});

describe('Names of types', () => {
  it.each([
    ['storage-location', 'StorageLocation'],
    ['s3-location', 'S3Location'],
  ])('a shared type %s is %s', (given, want) => {
    expect(sharedTypeName(given)).toBe(want);
  });

  it.each<{ pointer: (string | number)[]; want: string }>([
    { pointer: ['$defs', 'part'], want: 'OwnerPart' },
    { pointer: ['$defs', 'a b/c'], want: 'OwnerABC' },
    { pointer: ['properties', 'list', 'items'], want: 'OwnerPropertiesListItems' },
    { pointer: ['allOf', 0], want: 'OwnerAllOf0' },
    { pointer: ['$defs', '注文'], want: 'Owner注文' },
    { pointer: ['$defs', 'мой-заказ'], want: 'OwnerМойЗаказ' },
    { pointer: ['$defs', 'हिन्दी'], want: 'Ownerहिन्दी' },
    { pointer: ['$defs', 'e\u0301tat'], want: 'OwnerÉtat' },
    { pointer: ['$defs', 'a\u200bb\u3164注'], want: 'OwnerAb注' },
    { pointer: ['$defs', '!?'], want: 'Owner_21_3f' },
    { pointer: ['$defs', ''], want: 'Owner' },
  ])('a definition at $pointer is $want', ({ pointer, want }) => {
    expect(localTypeName('Owner', pointer)).toBe(want);
  });

  it('a definition of no owner is an identifier nevertheless', () => {
    expect(localTypeName('', ['$defs', '3d'])).toBe('_3d');
  });

  it('a tolerant variant is told by its first word', () => {
    expect(receivedTypeName('Point')).toBe('ReceivedPoint');
  });
});

describe('Names that no catalog may take', () => {
  let root: SourceFile;
  beforeAll(async () => {
    const model = modelOf({ 'messages/some-request.yaml': messageFile('some-request', { type: 'object' }) });
    const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { noLib: true } });
    for (const { path, content } of rendering(model)(await loadTemplates(join(import.meta.dirname, '../templates')))) {
      if (path.endsWith('.ts')) project.createSourceFile(`/${path}`, content);
    }
    root = project.getSourceFileOrThrow('/typescript/src/index.ts');
  });

  it('hold every name that the package exports at its root', () => {
    const names = [...root.getExportedDeclarations().keys()].filter((name) => name !== 'SomeRequestMessage');
    expect(names).toContain('HttpError');
    expect(names.filter((name) => !reservedTypeNames.has(name))).toEqual([]);
  });

  it('hold every member that the client has without messages', () => {
    const [client] = root.getExportedDeclarations().get('WorkerClient') ?? [];
    const members = (client?.getType().getProperties() ?? []).map((each) => each.getName());
    const own = members.filter((name) => name !== 'someRequest' && /^[a-z]/i.test(name));
    expect(own).toContain('sendToQueue');
    expect(own.filter((name) => !reservedMethodNames.has(name))).toEqual([]);
  });

  it('hold every inherited member', () => {
    expect([...inheritedMembers].filter((name) => !reservedMethodNames.has(name))).toEqual([]);
    expect([...inheritedMembers].filter((name) => !(name in {}))).toEqual([]);
  });
});

describe('The default name of a package', () => {
  it.each([
    ['Mesh-Sync', 'mesh-sync-client'],
    ['Café Éclair', 'cafe-eclair-client'],
    ['漢字', 'worker-client'],
    ['!!!', 'worker-client'],
    ['x'.repeat(300), `${'x'.repeat(200)}-client`],
    ['x '.repeat(150), `${'x-'.repeat(100).slice(0, -1)}-client`],
  ])('of %j is %s', (title, want) => {
    expect(defaultPackageName(title)).toBe(want);
  });
});
