import { expect, it } from 'vitest';
import { OutputError } from '../typecheck/output-error.js';
import { TemplateError } from '../render/template-error.js';
import { UsageError } from '../usage-error.js';
import { WriteError } from '../write/write-error.js';
import { explain } from './explain.js';

const hostile = 'a\u001b[31mb\u202ec';

it.each([
  [
    'a compiler refuses',
    new OutputError([{ path: 'x/a.ts', template: 'x/a.ts.hbs', line: 1, message: hostile }]),
    'x/a.ts:1: error: a\\u001b[31mb\\u202ec (rendered from the template x/a.ts.hbs)\nNothing was written.\n',
  ],
  [
    'a template is wrong',
    new TemplateError('x/a.hbs', '', new Error(hostile)),
    'error: The template x/a.hbs: a\\u001b[31mb\\u202ec\n',
  ],
  ['the user is to change', new UsageError(hostile), 'error: a\\u001b[31mb\\u202ec\n'],
  ['cannot be written', new WriteError(hostile), 'error: a\\u001b[31mb\\u202ec\n'],
  [
    'the system refuses',
    Object.assign(new Error('no'), { code: 'EACCES', syscall: 'open', errno: -13, path: `/${hostile}` }),
    'error: /a\\u001b[31mb\\u202ec cannot be used: permission denied, EACCES.\n',
  ],
])('What %s is told without a stack trace, and without acting on a terminal', (_, error, want) => {
  expect(explain(error, true)).toBe(want);
});

it('A defect of the program keeps its stack trace', () => {
  expect(explain(new TypeError('A defect.'), false)).toMatch(/^TypeError: A defect\.\n {4}at /);
});
