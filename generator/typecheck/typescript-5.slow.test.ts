import { beforeAll, describe, expect, it } from 'vitest';
import { renderDemo, type RenderedDemo } from '../testing/rendered-demo.js';
import { checkWithTypeScript5 } from './typescript-5.js';

const place = 'typescript/src/types/place.ts';

let demo: RenderedDemo;
beforeAll(async () => {
  demo = await renderDemo();
});

describe('checkWithTypeScript5', () => {
  it('finds nothing in what was rendered', async () => {
    expect(await checkWithTypeScript5(demo.files)).toEqual([]);
  });

  it('tells the line of what does not compile', async () => {
    const files = demo.files.map((file) =>
      file.path === place ? { ...file, content: 'export type Place = 1;\nexport type X = Y;\n' } : file,
    );
    expect(await checkWithTypeScript5(files)).toContainEqual({
      path: place,
      template: 'typescript/src/types/[type].ts.hbs',
      line: 2,
      message: "Cannot find name 'Y'.",
    });
  });

  it('does not judge what was copied', async () => {
    const file = { path: 'typescript/src/a.ts', template: 'a', isRendered: false, content: 'const a: string = 1;' };
    expect(await checkWithTypeScript5([...demo.files, file])).toEqual([]);
  });
});
