import { describe, expect, it } from 'vitest';
import type { Json } from '../../json.js';
import { helpers, printFor } from './print.js';

const hostile = `a"'<b>\\ $x \`\${1}\` */ --> | \u202e`;

describe('Data of the catalog', () => {
  it.each<[string, Json, string]>([
    ['x.json', 'a"b', '"a\\"b"'],
    ['x.json', { a: [1, null] }, '{\n  "a": [\n    1,\n    null\n  ]\n}'],
    ['x.yaml', 'yes: no', '"yes: no"'],
    ['x.yml', { a: ['b'] }, '{"a":["b"]}'],
    ['x.html', `<a href="'">&`, '&lt;a href=&quot;&#39;&quot;&gt;&amp;'],
    ['x.svg', '<', '&lt;'],
    ['x.sh', `it's $(rm)`, `'it'\\''s $(rm)'`],
    ['x.ts', `it's`, '"it\'s"'],
    ['x.mjs', { a: 'b' }, "{ a: 'b' }"],
    ['x.md', 'a | <b>', 'a \\| &lt;b>'],
    ['x.txt', 'plain <text>', 'plain <text>'],
    ['README', 'a\u202eb', 'a\\u202eb'],
    ['x.txt', { a: 1 }, '{"a":1}'],
  ])('in %s is printed as %j → %j', (path, value, printed) => {
    expect(printFor(path)(value)).toBe(printed);
  });

  it.each(Object.entries(helpers))('printed by {{%s}} is read back as it was', (name, print) => {
    const printed = print(hostile);
    const read = {
      json: () => JSON.parse(printed) as unknown,
      yaml: () => JSON.parse(printed) as unknown,
      html: () =>
        printed
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      shell: () => printed.slice(1, -1).replaceAll(String.raw`'\''`, "'"),
    }[name];
    expect(read?.()).toBe(hostile);
    expect(printed).not.toContain('\n');
  });
});
