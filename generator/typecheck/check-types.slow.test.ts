import { beforeAll, describe, expect, it } from 'vitest';
import type { RenderedFile } from '../render/rendered-file.js';
import { outputProblems } from '../testing/output-problems.js';
import { programs } from '../testing/programs.js';
import { renderDemo, type RenderedDemo } from '../testing/rendered-demo.js';
import { checkTypes } from './check-types.js';
import { isTypeChecked } from './modules.js';
import type { OutputProblem } from './output-error.js';

let demo: RenderedDemo;
beforeAll(async () => {
  demo = await renderDemo();
});

function check(output: readonly RenderedFile[]): readonly OutputProblem[] {
  return outputProblems(output, demo.model, demo.templates);
}

const place = 'typescript/src/types/place.ts';

describe('The check of an output', () => {
  it('finds nothing in what was rendered', () => {
    expect(check(demo.files)).toEqual([]);
  });

  it('finds what compiles and is not of the model, naming output and template', () => {
    const changed = demo.files.map((file) =>
      file.path === place ? { ...file, content: `${file.content}export type Evil = 1;\n` } : file,
    );
    expect(check(changed)).toEqual([
      {
        path: place,
        template: 'typescript/src/types/[type].ts.hbs',
        line: 7,
        message: 'It has "export" where the model has "": a text has become code.',
      },
    ]);
  });

  it('finds what does not parse', () => {
    const changed = demo.files.map((file) =>
      file.path === place ? { ...file, content: 'export typ Place = 1;' } : file,
    );
    expect(check(changed).some(({ path }) => path === place)).toBe(true);
  });

  it('tells the line of what does not compile', () => {
    const [problem] = check(
      demo.files.map((file) =>
        file.path === place ? { ...file, content: `${file.content}export type X = Y;\n` } : file,
      ),
    );
    const lines = demo.files.find((file) => file.path === place)?.content.split('\n').length;
    expect(problem).toMatchObject({ path: place, line: lines, message: "Cannot find name 'Y'." });
  });

  it.each([place, 'typescript/src/client.ts', 'typescript/src/messages/demo-request.ts'])(
    'finds as much where modules fill several programs: in %s',
    (wrong) => {
      const code = demo.files.filter(({ path }) => isTypeChecked(path));
      const changed = code.map((file) =>
        file.path === wrong ? { ...file, content: `${file.content}export type X = Y;\n` } : file,
      );
      expect(checkTypes(code, programs, 2)).toEqual([]);
      expect(checkTypes(changed, programs, 2)).toMatchObject([{ path: wrong, message: "Cannot find name 'Y'." }]);
    },
  );

  it('finds JSON that does not parse', () => {
    const manifest = { path: 'typescript/package.json', template: 'typescript/package.json.hbs' };
    const [problem] = check([{ ...manifest, content: '{ "name": }', isRendered: true }]);
    expect(problem).toMatchObject({ ...manifest, line: undefined });
  });

  it('does not judge what was copied', () => {
    const copied = {
      path: 'typescript/src/runtime/x.ts',
      template: 'x',
      isRendered: false,
      content: 'export const x: string = 1;',
    };
    expect(check([...demo.files, copied])).toEqual([]);
  });
});
