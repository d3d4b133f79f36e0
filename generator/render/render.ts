import { posix } from 'node:path';
import type { Model } from '../model/model.js';
import type { MessageView } from './message-view.js';
import { compileTemplate } from './compile-template.js';
import { renderReadme, type ReadmeView } from './readme.js';
import type { RenderedFile } from './rendered-file.js';
import { TemplateError } from './template-error.js';
import type { TemplateFile } from './templates.js';
import { packageView, type PackageView, type TypeView } from './views.js';

/** What a template sees: the package, and the message or type that the file is for. */
interface Context {
  readonly package: PackageView;
  readonly message?: MessageView;
  readonly type?: TypeView;
  /** What a README tells of the messages. */
  readonly readme?: ReadmeView;
}

/**
 * Gets ready to render templates for everything that they are made for, in parts: some files are wanted before others.
 *
 * @param model - What to render.
 * @returns Renders templates; it throws a {@link TemplateError} if one names something that is not there.
 */
export function rendering(model: Model): (templates: readonly TemplateFile[]) => RenderedFile[] {
  const view = packageView(model);
  return (templates) => templates.flatMap((template) => renderTemplate(template, view));
}

/**
 * Renders templates one after the other, for whoever does not need all files at once.
 *
 * @param model - What to render.
 * @param templates - The templates.
 * @yields Each file of the output.
 */
export function* renderEach(model: Model, templates: readonly TemplateFile[]): Generator<RenderedFile> {
  const render = rendering(model);
  for (const template of templates) yield* render([template]);
}

function renderTemplate(template: TemplateFile, view: PackageView): readonly RenderedFile[] {
  const { path, outputPath, scope, isTemplate } = template;
  if (!isTemplate) return [copiedFile(template)];
  const fill = compile(template);
  const file = (output: string, content: string): RenderedFile => ({
    path: output,
    content,
    template: path,
    isRendered: true,
  });
  if (scope === 'message') {
    return view.messages.map((message) =>
      file(outputPath.replaceAll('[message]', message.name), fill({ package: view, message })),
    );
  }
  if (scope === 'type') {
    return view.types.map((type) => file(outputPath.replaceAll('[type]', type.name), fill({ package: view, type })));
  }
  const content =
    posix.basename(outputPath) === 'README.md'
      ? renderReadme(view.messages, (readme) => fill({ package: view, readme }))
      : fill({ package: view });
  return [file(outputPath, content)];
}

/**
 * The files of the output that are the same for every catalog.
 *
 * @param templates - The templates of all targets.
 */
export function copiedFiles(templates: readonly TemplateFile[]): RenderedFile[] {
  return templates.filter(({ isTemplate }) => !isTemplate).map(copiedFile);
}

function copiedFile({ path, outputPath, content }: TemplateFile): RenderedFile {
  return { path: outputPath, content, template: path, isRendered: false };
}

/** Makes a function of a template, which says what fails where. */
function compile({ path, content }: TemplateFile): (context: Context) => string {
  const template = compileTemplate<Context>(content);
  return (context) => {
    try {
      return template(context);
    } catch (error) {
      throw new TemplateError(path, error as Error, (context.message ?? context.type)?.name);
    }
  };
}
