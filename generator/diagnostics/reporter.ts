import type { Path } from '../json.js';
import {
  CatalogError,
  compareText,
  sortDiagnostics,
  type Diagnostic,
  type Part,
  type TextRange,
} from './diagnostic.js';
import { LineIndex } from './line-index.js';

/** Finds where the value at a path, or the key that holds it, stands in the text of a file. */
export type Locate = (path: Path, part: Part) => TextRange;

/** What the place of a problem needs of the file that it lies in. */
export interface ReportedFile {
  readonly absolutePath: string;
  readonly text: string;
}

/** Where in a file a problem lies. */
export interface Place {
  readonly file: ReportedFile;
  /** Leads to the offending value. */
  readonly path: Path;
  /** Whether the key that holds the value is at fault, or the value itself. Default: the value. */
  readonly part?: Part;
}

/** A problem as it was reported; its line and column are worked out when they are asked for. */
interface Reported extends Pick<Diagnostic, 'severity' | 'rule' | 'message'> {
  readonly at: { readonly path: Path; readonly part: Part } | { readonly range: TextRange };
}

/** Collects the problems of a run. */
export class Reporter {
  readonly #locatorOf: (text: string) => Locate;
  readonly #reported = new Map<string, { readonly file: ReportedFile; readonly problems: Reported[] }>();

  /** @param locatorOf - Makes the {@link Locate} of a text; asked once a file, for files with problems alone. */
  constructor(locatorOf: (text: string) => Locate) {
    this.#locatorOf = locatorOf;
  }

  /** Reports an error at a value or key. */
  error(rule: string, place: Place, message: string): void {
    this.#addAt('error', rule, place, message);
  }

  /** Reports a warning at a value or key: it is told, and fails nothing. */
  warning(rule: string, place: Place, message: string): void {
    this.#addAt('warning', rule, place, message);
  }

  /** Reports an error at offsets of a text that has no readable structure. */
  errorAt(rule: string, file: ReportedFile, range: TextRange, message: string): void {
    this.#add(file, { severity: 'error', rule, message, at: { range } });
  }

  /**
   * Whether a file has an error already, so that those that follow from it need not be told.
   *
   * @param file - The file.
   * @param within - Only errors at or below this path count. Default: all.
   */
  has(file: ReportedFile, within: Path = []): boolean {
    const problems = this.#reported.get(file.absolutePath)?.problems ?? [];
    return problems.some(
      ({ severity, at }) =>
        severity === 'error' && ('range' in at || within.every((key, depth) => String(at.path[depth]) === String(key))),
    );
  }

  /** Where in a file's values the errors are that were reported; those of its text are nowhere in them. */
  errorPaths(file: ReportedFile): readonly Path[] {
    const problems = this.#reported.get(file.absolutePath)?.problems ?? [];
    return problems.flatMap(({ severity, at }) => (severity === 'error' && 'path' in at ? [at.path] : []));
  }

  /** How many problems broke each rule, without the work of locating them: what one file repeats counts once. */
  get counts(): Readonly<Record<string, number>> {
    const distinct = new Map<string, string>();
    for (const [path, { problems }] of this.#reported)
      for (const { rule, message, at } of problems) distinct.set(JSON.stringify([path, rule, message, at]), rule);
    const counts: Record<string, number> = {};
    for (const rule of [...distinct.values()].sort(compareText)) counts[rule] = (counts[rule] ?? 0) + 1;
    return counts;
  }

  /** Whether any error was reported. */
  get hasErrors(): boolean {
    return [...this.#reported.values()].some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  }

  /** All that was reported, located, sorted, none twice. */
  get diagnostics(): readonly Diagnostic[] {
    return sortDiagnostics([...this.#reported.values()].flatMap((each) => located(each, this.#locatorOf)));
  }

  /** @throws {@link CatalogError} if any error was reported. */
  throwIfErrors(): void {
    if (this.hasErrors) throw new CatalogError(this.diagnostics);
  }

  #addAt(severity: Diagnostic['severity'], rule: string, { file, path, part = 'value' }: Place, message: string): void {
    this.#add(file, { severity, rule, message, at: { path, part } });
  }

  #add(file: ReportedFile, problem: Reported): void {
    const known = this.#reported.get(file.absolutePath);
    if (known === undefined) this.#reported.set(file.absolutePath, { file, problems: [problem] });
    else known.problems.push(problem);
  }
}

function located(
  { file, problems }: { file: ReportedFile; problems: readonly Reported[] },
  locatorOf: (text: string) => Locate,
): Diagnostic[] {
  const lines = new LineIndex(file.text);
  let locate: Locate | undefined;
  return problems.map(({ at, ...told }) => {
    if ('path' in at) locate ??= locatorOf(file.text);
    const [start, end] = 'range' in at ? at.range : (locate?.(at.path, at.part) ?? [0, 1]);
    return {
      ...told,
      file: file.absolutePath,
      text: file.text,
      start: lines.position(start),
      end: lines.position(Math.max(start, end)),
    };
  });
}
