import { posix } from 'node:path';
import { contentHash } from '../content-hash.js';
import { lazy } from '../lazy.js';
import { Memory } from '../memory.js';
import type { Model } from '../model/model.js';
import type { MessageView } from './message-view.js';
import { compileTemplate } from './compile-template.js';
import { NarrowView } from './narrow-view.js';
import { renderReadme, type ReadmeView } from './readme.js';
import { fileOf, type RenderedFile } from './rendered-file.js';
import { settingsView } from './settings-view.js';
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
 * @param known - Hashes of texts, by digests of all that they are made of; such a text is made where it is asked for.
 *   Default: none.
 * @returns Renders templates; it throws a {@link TemplateError} if one names something that is not there.
 */
export function rendering(
  model: Model,
  known: Memory<string> = new Memory(),
): (templates: readonly TemplateFile[]) => RenderedFile[] {
  const view = packageView(model);
  const parts = new PartRenderer(new NarrowView(view, settingsView(model.settings)), known);
  return (templates) => templates.flatMap((template) => renderTemplate(template, model, view, parts));
}

function renderTemplate(
  template: TemplateFile,
  model: Model,
  view: PackageView,
  parts: PartRenderer,
): readonly RenderedFile[] {
  const { path, outputPath, scope, isTemplate } = template;
  if (!isTemplate) return [copiedFile(template)];
  const fill = compile(template);
  if (scope === 'message') {
    const renderPart = parts.of(template, fill);
    return view.messages.map((message) => renderPart(outputPath.replaceAll('[message]', message.name), { message }));
  }
  if (scope === 'type') {
    const renderPart = parts.of(template, fill);
    return view.types.map((type) => renderPart(outputPath.replaceAll('[type]', type.name), { type }));
  }
  const content =
    posix.basename(outputPath) === 'README.md'
      ? renderReadme(model, view.messages, (readme) => fill({ package: view, readme }))
      : fill({ package: view });
  return [fileOf({ path: outputPath, content, template: path, isRendered: true })];
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
  return fileOf({ path: outputPath, content, template: path, isRendered: false });
}

/** The message or type that a file is for. */
type Part = { readonly message: MessageView } | { readonly type: TypeView };

/** Renders what is made for single messages and types. */
class PartRenderer {
  readonly #package: NarrowView;
  readonly #known: Memory<string>;

  constructor(narrowView: NarrowView, known: Memory<string>) {
    this.#package = narrowView;
    this.#known = known;
  }

  /** Gives what renders the files of a template. */
  of(template: TemplateFile, fill: (context: Context) => string): (path: string, part: Part) => RenderedFile {
    const source = contentHash([template.path, template.content, this.#package.digest].join('\n'));
    return (path, part) => {
      const { digest } = 'message' in part ? part.message : part.type;
      const origin = contentHash(`${source}\n${digest}`);
      const text = lazy(() => fill({ package: this.#package.view, ...part }));
      const hash = this.#known.recall(origin);
      const file = { path, template: template.path, isRendered: true };
      if (hash !== undefined) {
        return {
          ...file,
          hash,
          origin,
          get content() {
            return text();
          },
        };
      }
      const isOfPart = this.#package.isEnoughFor(text);
      const rendered = fileOf({ ...file, content: text() });
      if (!isOfPart) return rendered;
      this.#known.remember(origin, rendered.hash);
      return { ...rendered, origin };
    };
  }
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
