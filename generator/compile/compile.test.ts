import { beforeAll, describe, expect, it } from 'vitest';
import type { RenderedFile } from '../render/rendered-file.js';
import { programs } from '../testing/programs.js';
import { renderDemo, type RenderedDemo } from '../testing/rendered-demo.js';
import { OutputCheck } from './compile.js';
import type { OutputProblem } from './output-problem.js';
import { expectationsOf } from './expectations.js';

let demo: RenderedDemo;
beforeAll(async () => {
  demo = await renderDemo();
});

async function check(output: readonly RenderedFile[], asksTypeScript5 = false): Promise<OutputProblem[]> {
  const sources = new Map(demo.templates.map(({ path, content }) => [path, content]));
  const outputCheck = new OutputCheck({ files: output, templates: sources, asksTypeScript5 }, programs);
  return outputCheck.finish(expectationsOf(demo.model));
}

const place = 'typescript/src/types/place.ts';

describe('compile', () => {
  it('finds nothing in what was rendered', async () => {
    expect(await check(demo.files, true)).toEqual([]);
  });

  it('finds what compiles and is not of the model, naming output and template', async () => {
    const changed = demo.files.map((file) =>
      file.path === place ? { ...file, content: `${file.content}export type Evil = 1;\n` } : file,
    );
    expect(await check(changed)).toEqual([
      {
        path: place,
        template: 'typescript/src/types/[type].ts.hbs',
        line: undefined,
        message: 'It declares Evil, which the model does not have.',
      },
    ]);
  });

  it('finds what does not parse', async () => {
    const changed = demo.files.map((file) =>
      file.path === place ? { ...file, content: 'export typ Place = 1;' } : file,
    );
    expect((await check(changed)).some(({ path }) => path === place)).toBe(true);
  });

  it('tells the line of what does not compile', async () => {
    const [problem] = await check(
      demo.files.map((file) =>
        file.path === place ? { ...file, content: `${file.content}export type X = Y;\n` } : file,
      ),
    );
    const lines = demo.files.find((file) => file.path === place)?.content.split('\n').length;
    expect(problem).toMatchObject({ path: place, line: lines, message: "Cannot find name 'Y'." });
  });

  it('finds JSON that does not parse', async () => {
    const manifest = { path: 'typescript/package.json', template: 'typescript/package.json.hbs' };
    const [problem] = await check([{ ...manifest, content: '{ "name": }', isRendered: true }]);
    expect(problem).toMatchObject({ ...manifest, line: undefined });
  });

  it('does not judge what was copied', async () => {
    const copied = {
      path: 'typescript/src/runtime/x.ts',
      template: 'x',
      isRendered: false,
      content: 'export const x: string = 1;',
    };
    expect(await check([...demo.files, copied])).toEqual([]);
  });
});
