import { plain, testRule } from '../../testing/rule-tests.js';

testRule('type-file-name', [
  {
    title: 'a type in a file that is not in kebab-case',
    given: { ...plain('do-it'), 'types/BigBox.yaml': '▸type: object\n' },
    want: [
      '"BigBox.yaml" is no kebab-case file name: begin with a lower-case letter and go on with such, digits and single hyphens, at most 100 characters.',
    ],
  },
]);
