import { describe, expect, it } from 'vitest';
import { checkHtml } from './check-html.js';

const check = async (template: string, content: string): Promise<string[]> => {
  const path = 'html/x.html.hbs';
  const problems = await checkHtml(
    [{ path: 'html/x.html', content, template: path, isRendered: true }],
    [{ path, outputPath: 'html/x.html', scope: 'package', content: template, isTemplate: true }],
  );
  return problems.map(({ line, message }) => (line === undefined ? message : `${line}: ${message}`));
};
const page = (body: string): string =>
  `<!doctype html>\n<html lang="en"><head><title>x</title><script src="own.js"></script></head><body>\n${body}</body></html>\n`;

describe('Rendered HTML', () => {
  it.each<[string, string, string[]]>([
    ['that holds what its template does', '<p>text &lt;script&gt;</p>', []],
    ['that breaks off', '<p class="x', ['4: It is no valid HTML: eof-in-tag.']],
    ['with a second script', '<script>1</script>', ['It holds <script>, which its template does not.']],
    [
      'with a handler',
      '<p onclick="x()">a</p>',
      ['It holds the attribute onclick of <p>, which its template does not.'],
    ],
    [
      'with a script in a link',
      '<a href=" JavaScript:x">a</a>',
      ['It holds the attribute href of <a>, which its template does not.'],
    ],
    ['with a frame', '<iframe src="x"></iframe>', ['It holds <iframe>, which its template does not.']],
  ])('%s', async (_, body, problems) => {
    expect(await check(page('{{x}}'), page(body))).toEqual(problems);
  });

  it('is not looked for where there is none', async () => {
    expect(await checkHtml([], [])).toEqual([]);
  });
});
