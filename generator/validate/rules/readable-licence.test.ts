import { plain, testRule } from '../../testing/rule-tests.js';

const settings = (line: string): Readonly<Record<string, string>> => ({
  'catalog.yaml': `title: Demo\nversion: 1.0.0\npackage: { ${line} }\n`,
  ...plain('do-it'),
});

testRule('readable-licence', [
  {
    title: 'a licence in a file that is not named',
    given: settings('license: ▸SEE LICENSE IN LICENSE'),
    want: ['Nothing says where the terms are: write licenseFile, with the name of a file beside catalog.yaml.'],
  },
  {
    title: 'a file that no licence refers to',
    given: settings('license: MIT, licenseFile: ▸TERMS.txt'),
    want: ['Nothing refers to this file: write license: SEE LICENSE IN LICENSE, or remove it.'],
  },
  { title: 'both', given: settings('license: SEE LICENSE IN LICENSE.md, licenseFile: TERMS.txt'), want: [] },
]);
