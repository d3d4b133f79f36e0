import { locate } from '../load/parse-yaml.js';
import type { Path, SourceFile, TextRange } from '../load/source.js';
import { CatalogError, sortDiagnostics, type Diagnostic, type Position } from './diagnostic.js';

/** Where in a file a problem lies. */
export interface Place {
  readonly file: SourceFile;
  /** Leads to the offending value. */
  readonly path: Path;
  /** Whether the key that holds the value is at fault, or the value itself. Default: the value. */
  readonly part?: 'key' | 'value';
}

/** Collects the problems of a run. */
export class Reporter {
  readonly #diagnostics: Diagnostic[] = [];

  /** Reports an error at a value or key. */
  error(rule: string, place: Place, message: string): void {
    this.#add('error', rule, place, message);
  }

  /** Reports a warning at a value or key: it is told, and fails nothing. */
  warning(rule: string, place: Place, message: string): void {
    this.#add('warning', rule, place, message);
  }

  /** Reports an error at offsets of a text that has no readable structure. */
  errorAt(rule: string, file: Pick<SourceFile, 'absolutePath' | 'text'>, range: TextRange, message: string): void {
    const { absolutePath, text } = file;
    const [start, end] = [positionAt(text, range[0]), positionAt(text, range[1])];
    this.#diagnostics.push({ file: absolutePath, start, end, severity: 'error', message, rule, text });
  }

  /** Whether a file has a problem already, so that those that follow from it need not be told. */
  has(file: SourceFile): boolean {
    return this.#diagnostics.some((diagnostic) => diagnostic.file === file.absolutePath);
  }

  /** All that was reported, sorted. */
  get diagnostics(): readonly Diagnostic[] {
    return sortDiagnostics(this.#diagnostics);
  }

  /** @throws {@link CatalogError} if any error was reported. */
  throwIfErrors(): void {
    if (this.#diagnostics.some(({ severity }) => severity === 'error')) throw new CatalogError(this.diagnostics);
  }

  #add(severity: Diagnostic['severity'], rule: string, { file, path, part = 'value' }: Place, message: string): void {
    const { range, lines } = locate(file.text, path, part);
    const [start, end] = [range[0], range[1]].map((offset) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    }) as [Position, Position];
    this.#diagnostics.push({ file: file.absolutePath, start, end, severity, message, rule, text: file.text });
  }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
