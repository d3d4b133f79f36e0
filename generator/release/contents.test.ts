import { describe, expect, it } from 'vitest';
import { contentProblems } from './contents.js';
import { releasePackages } from './release-packages.js';

const [client] = releasePackages;

function problems(paths: readonly string[], size = 1): string[] {
  const files = [...client.files, ...paths].map((path) => ({ path, size: 1 }));
  return contentProblems({ folder: '', tarball: '', integrity: '', size, files }, client);
}

describe('contentProblems', () => {
  it.each([
    '.npmrc',
    '.env.local',
    'dist/.env',
    'certificate.pem',
    'dist/esm/index.js.map',
    'dist/esm/client.test.js',
    'src/types.test-d.ts',
    'node_modules/ajv/package.json',
    'src/_draft.ts',
    'README.md.orig',
    'old-1.0.0.tgz',
  ])('refuses %s', (path) => {
    expect(problems([path])).toEqual([`${path} does not belong there.`]);
  });

  it.each(['dist/esm/testing/index.js', 'docs/file-download-request.md', 'catalog.json', 'dist/esm/keys.js'])(
    'admits %s',
    (path) => {
      expect(problems([path])).toEqual([]);
    },
  );

  it('reports what is missing, and what is too large', () => {
    const packed = { folder: '', tarball: '', integrity: '', size: 400_001, files: [{ path: 'LICENSE', size: 1 }] };
    expect(contentProblems(packed, { ...client, files: ['LICENSE', 'README.md'] })).toEqual([
      'README.md is missing.',
      'It has 400001 bytes, and may have 400000.',
    ]);
    const many = Array.from({ length: 1000 }, (_, index) => `docs/${index}.md`);
    expect(problems(many)).toEqual([`It has ${1000 + client.files.length} files, and may have 1000.`]);
  });
});
