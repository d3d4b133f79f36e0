import { describe, expect, it } from 'vitest';
import { OutputError } from './output-error.js';

describe('OutputError', () => {
  it('names output, line, template and problem, one a line', () => {
    const template = 'typescript/src/messages/[message].ts.hbs';
    const error = new OutputError([
      { path: 'typescript/src/messages/a-request.ts', template, line: 7, message: "Cannot find name 'X'." },
      { path: 'typescript/src/messages/b-request.ts', template, line: undefined, message: 'It declares Y.' },
    ]);
    expect(error.message).toBe(
      `typescript/src/messages/a-request.ts:7: error: Cannot find name 'X'. (rendered from the template ${template})\n` +
        `typescript/src/messages/b-request.ts: error: It declares Y. (rendered from the template ${template})`,
    );
  });

  it('tells one mistake of a template a few times, not for every message', () => {
    const problem = (path: string, template: string) => ({ path, template, line: 1, message: 'Wrong.' });
    const error = new OutputError([
      ...['a', 'b', 'c', 'd', 'e'].map((path) => problem(path, 't.hbs')),
      problem('f', 'u.hbs'),
    ]);
    expect(error.message.split('\n')).toEqual([
      ...['a', 'b', 'c'].map((path) => `${path}:1: error: Wrong. (rendered from the template t.hbs)`),
      '  and 2 more of this template',
      'f:1: error: Wrong. (rendered from the template u.hbs)',
    ]);
  });
});
