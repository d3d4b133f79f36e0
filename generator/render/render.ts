import { posix } from 'node:path';
import type { Model } from '../model/model.js';
import { contextsOf, type Contexts } from './contexts.js';
import { compileTemplate, isPrecompiled } from './compile-template.js';
import { licenceFileName } from './licence.js';
import { renderReadme } from './readme.js';
import type { RenderedFile } from './rendered-file.js';
import { strictView } from './strict-view.js';
import { TemplateError } from './template-error.js';
import type { TemplateFile } from './templates.js';
import { packageView, type PackageView } from './views.js';

/**
 * Gets ready to render templates for everything that they are made for, in parts: some files are wanted before others.
 *
 * @returns Renders templates; it throws a {@link TemplateError} if one names something that is not there, or two make the same
 * file.
 */
export function rendering(model: Model): (templates: readonly TemplateFile[]) => RenderedFile[] {
  const view = packageView(model);
  const contexts = { checked: contextsOf(model, view, true), unchecked: contextsOf(model, view, false) };
  return (templates) => {
    const files = templates.flatMap((template) => renderTemplate(template, model, view, contexts));
    checkPaths(files);
    return files;
  };
}

/** Fails where two templates make the same file, as one for each message may do with one of a fixed name. */
function checkPaths(files: readonly RenderedFile[]): void {
  const makers = new Map<string, string>();
  for (const { path, template } of files) {
    const other = makers.get(path);
    if (other !== undefined) {
      const problem = `It makes ${path}, and so does ${other}: rename the message, the type or a template, or leave the target out.`;
      throw new TemplateError(template, '', new Error(problem));
    }
    makers.set(path, template);
  }
}

/**
 * Renders templates one after the other, for whoever does not need all files at once.
 *
 * @yields Each file of the output.
 */
export function* renderEach(model: Model, templates: readonly TemplateFile[]): Generator<RenderedFile> {
  const render = rendering(model);
  for (const template of templates) yield* render([template]);
}

function renderTemplate(
  template: TemplateFile,
  model: Model,
  view: PackageView,
  contextsBy: Readonly<Record<'checked' | 'unchecked', (path: string) => Contexts>>,
): readonly RenderedFile[] {
  const { path, outputPath, scope, isTemplate, content: source } = template;
  if (!isTemplate) return [copiedFile(template)];
  // Templates that come with the tool are tested to name nothing that is not there.
  const isStrict = !isPrecompiled(source);
  const fill = compile(template, isStrict);
  const contexts = contextsBy[isStrict ? 'checked' : 'unchecked'](outputPath);
  const root = { package: contexts.package };
  const file = (output: string, content: string): RenderedFile => ({
    path: output,
    content,
    template: path,
    isRendered: true,
  });
  if (scope !== 'package') {
    const names =
      scope === 'message' ? model.messages.map(({ name }) => name) : model.types.map(({ fileName }) => fileName);
    return names.map((name, index) =>
      file(outputPath.replaceAll(`[${scope}]`, name), fill({ ...root, [scope]: contexts[scope][index] }, name)),
    );
  }
  const content =
    posix.basename(outputPath) === 'README.md'
      ? renderReadme(view.messages, (readme) => fill({ ...root, readme }))
      : fill(root);
  // A document of which a catalog has nothing, such as a changelog, is not there.
  if (content.trim() === '') return [];
  const isLicence = posix.basename(outputPath) === 'LICENSE';
  return [
    file(isLicence ? posix.join(posix.dirname(outputPath), licenceFileName(model.settings)) : outputPath, content),
  ];
}

/** The files of the output that are the same for every catalog. */
export function copiedFiles(templates: readonly TemplateFile[]): RenderedFile[] {
  return templates.filter(({ isTemplate }) => !isTemplate).map(copiedFile);
}

function copiedFile({ path, outputPath, content }: TemplateFile): RenderedFile {
  return { path: outputPath, content, template: path, isRendered: false };
}

/** Makes a function of a template, which says what fails where, and for which message or type. */
function compile({ path, content }: TemplateFile, isStrict: boolean): (context: object, subject?: string) => string {
  const template = compileTemplate<object>(content);
  return (context, subject) => {
    try {
      return template(isStrict ? strictView('a template', context) : context);
    } catch (error) {
      throw new TemplateError(path, content, error as Error, subject);
    }
  };
}
