import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.js';
import { checkTag, pickPackage } from './release-packages.js';

describe('pickPackage', () => {
  it.each([
    [undefined, undefined, 'client'],
    [undefined, 'v1.2.3', 'client'],
    [undefined, 'worker-codegen-v1.2.3', 'tool'],
    [undefined, 'nightly', 'client'],
    ['tool', undefined, 'tool'],
    ['client', 'worker-codegen-v1.2.3', 'client'],
  ])('by --package %s and the tag %s picks the %s', (id, tag, want) => {
    expect(pickPackage(id, tag).id).toBe(want);
  });

  it('refuses a package that is not there', () => {
    expect(() => pickPackage('server', undefined)).toThrow(
      new UsageError('There is no package server: there is client, tool.'),
    );
  });
});

describe('checkTag', () => {
  const client = pickPackage('client', undefined);
  const tool = pickPackage('tool', undefined);

  it.each([
    [client, undefined],
    [client, 'v1.2.3'],
    [tool, 'worker-codegen-v1.2.3'],
  ])('admits for version 1.2.3 of %o the tag %s', (released, tag) => {
    expect(() => checkTag(released, tag, '1.2.3')).not.toThrow();
  });

  it.each([
    [client, '1.2.3'],
    [client, 'v1.2.4'],
    [client, 'v1.2.3-beta'],
    [client, ''],
    [client, 'worker-codegen-v1.2.3'],
    [tool, 'v1.2.3'],
  ])('refuses for version 1.2.3 of %o the tag %j', (released, tag) => {
    expect(() => checkTag(released, tag, '1.2.3')).toThrow(UsageError);
  });
});
