import type { DefaultTreeAdapterTypes } from 'parse5';
import type { TemplateFile } from '../render/templates.js';
import type { RenderedFile } from '../render/rendered-file.js';
import { problemOf, type OutputProblem } from './output-error.js';

type Node = DefaultTreeAdapterTypes.Node;

/**
 * Checks rendered HTML: it parses without an error (HTML Standard, section 13.2), and nothing in it can run but what its
 * template itself holds.
 */
export async function checkHtml(
  files: readonly RenderedFile[],
  templates: readonly TemplateFile[],
): Promise<OutputProblem[]> {
  const pages = files.filter(({ path, isRendered }) => isRendered && /\.html?$/.test(path));
  if (pages.length === 0) return [];
  const { parse } = await import('parse5');
  const sources = new Map(templates.map(({ path, content }) => [path, content]));
  return pages.flatMap((file) => {
    const problems: OutputProblem[] = [];
    const document = parse(file.content, {
      sourceCodeLocationInfo: true,
      onParseError: ({ code, startLine }) => problems.push(problemOf(file, startLine, `It is no valid HTML: ${code}.`)),
    });
    const own = activeParts(parse(sources.get(file.template) ?? ''));
    const foreign = activeParts(document).filter((part) => {
      const index = own.indexOf(part);
      if (index >= 0) own.splice(index, 1);
      return index < 0;
    });
    return [
      ...problems,
      ...foreign.map((part) => problemOf(file, undefined, `It holds ${part}, which its template does not.`)),
    ];
  });
}

/** Elements and attributes by which a page can run something, or load it from elsewhere. */
const activeElements: ReadonlySet<string> = new Set('script iframe object embed base meta link style form'.split(' '));

/** What of a page can run or load something, each in a few words. */
function activeParts(node: Node): string[] {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(activeParts) : [];
  if (!('tagName' in node)) return inner;
  const own = activeElements.has(node.tagName) ? [`<${node.tagName}>`] : [];
  const attributes = node.attrs
    .filter(({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data|vbscript):/i.test(value))
    .map(({ name }) => `the attribute ${name} of <${node.tagName}>`);
  return [...own, ...attributes, ...inner];
}
