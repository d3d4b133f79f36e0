import { describe, expect, it } from 'vitest';
import { messageFile, modelOf } from '../testing/catalog.js';
import { licenceFileName, licenceText } from './licence.js';

function licence(license: string, author: string): string {
  const settings = { title: 'Demo', version: '1.0.0', package: { license, author } };
  const message = messageFile('demo-request', { type: 'object' });
  return licenceText(modelOf({ 'catalog.yaml': settings, 'messages/demo-request.yaml': message }).settings);
}

describe('licenceText', () => {
  it.each([
    ['ISC', 'ISC License\n\nCopyright (c) Me\n\nPermission to use, copy, modify, and/or distribute'],
    ['MIT', 'MIT License\n\nCopyright (c) Me\n\nPermission is hereby granted, free of charge'],
    [
      '(MIT OR Apache-2.0)',
      'Copyright (c) Me\n\nSPDX-License-Identifier: (MIT OR Apache-2.0)\n\nIts terms: https://spdx',
    ],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'Copyright (c) Me\n\nSPDX-License-Identifier: GPL-2.0-only WITH'],
    ['LicenseRef-Own-1.0', 'Copyright (c) Me\n\nSPDX-License-Identifier: LicenseRef-Own-1.0'],
    ['constructor', 'Copyright (c) Me\n\nSPDX-License-Identifier: constructor'],
    ['UNLICENSED', 'Copyright (c) Me\n\nAll rights reserved.'],
  ])('of %s has its text', (license, want) => {
    expect(licence(license, 'Me').slice(0, want.length)).toBe(want);
  });

  it('of a file is its text, and the file has the name that the licence gives it', () => {
    const { settings } = modelOf({ 'messages/demo-request.yaml': messageFile('demo-request', { type: 'object' }) });
    const own = {
      ...settings,
      package: { ...settings.package, license: 'SEE LICENSE IN LICENSE.md', licenseText: '# Terms\n' },
    };
    expect([licenceText(own), licenceFileName(own), licenceFileName(settings)]).toEqual([
      '# Terms',
      'LICENSE.md',
      'LICENSE',
    ]);
  });

  it('names the author in one line', () => {
    expect(licence('UNLICENSED', 'Me\nand\u202eyou')).toBe('Copyright (c) Me and\\u202eyou\n\nAll rights reserved.');
  });
});
