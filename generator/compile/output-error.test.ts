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
      `typescript/src/messages/a-request.ts:7: error: Cannot find name 'X'. (rendered from templates/${template})\n` +
        `typescript/src/messages/b-request.ts: error: It declares Y. (rendered from templates/${template})`,
    );
  });
});
