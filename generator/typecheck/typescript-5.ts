import type { RenderedFile } from '../render/rendered-file.js';
import { compilerOptions, isModule, modulePath } from './modules.js';
import { problemOf, type OutputProblem } from './output-error.js';

/**
 * Type-checks rendered modules in memory with TypeScript 5, which many callers of an emitted package compile with. It takes
 * several times as long as TypeScript 7. Copied files take part, but are not checked.
 *
 * @returns `undefined` where `ts-morph` is not installed, which brings it: that is a quarter of what an install with it weighs.
 */
export async function checkWithTypeScript5(files: readonly RenderedFile[]): Promise<OutputProblem[] | undefined> {
  const library = await import('ts-morph').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  });
  if (library === undefined) return undefined;
  const { Project, ts } = library;
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, '/');
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: options });
  const modules = files.filter(({ path }) => isModule(path));
  for (const file of modules) project.createSourceFile(modulePath(file), file.content);
  return modules
    .filter(({ isRendered }) => isRendered)
    .flatMap((file) => {
      const diagnostics = project.getSourceFileOrThrow(modulePath(file)).getPreEmitDiagnostics();
      return diagnostics.map((each) => {
        const message = ts.flattenDiagnosticMessageText(each.compilerObject.messageText, ' ');
        return problemOf(file, each.getLineNumber(), message);
      });
    });
}
