import type { Path } from '../json.js';
import { getOrInsert, lazy } from '../lazy.js';
import {
  CatalogError,
  compareText,
  sortDiagnostics,
  type Diagnostic,
  type Part,
  type TextRange,
} from './diagnostic.js';
import { groupBy } from '../group-by.js';
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

type FileReport = { readonly file: ReportedFile; readonly problems: Reported[] };

/** Collects the problems of a run. */
export class Reporter {
  readonly #reports = new Map<string, FileReport>();

  /** @param locatorOf - Makes the {@link Locate} of a text; called once a file, for files with problems alone. */
  constructor(private readonly locatorOf: (text: string) => Locate) {}

  /** Reports an error at a value or key. */
  error(rule: string, { file, path, part = 'value' }: Place, message: string): void {
    this.#add(file, { severity: 'error', rule, message, at: { path, part } });
  }

  /** Reports a warning at a value or key; it fails nothing. */
  warning(rule: string, { file, path, part = 'value' }: Place, message: string): void {
    this.#add(file, { severity: 'warning', rule, message, at: { path, part } });
  }

  /** Reports an error at offsets of a text that has no readable structure. */
  errorAt(rule: string, file: ReportedFile, range: TextRange, message: string): void {
    this.#add(file, { severity: 'error', rule, message, at: { range } });
  }

  /** Whether a file has an error already, so that those that follow from it need not be reported. */
  has(file: ReportedFile): boolean {
    return this.#errorsOf(file).length > 0;
  }

  /** Where in a file's values the errors are that were reported; those of its text are nowhere in them. */
  errorPaths(file: ReportedFile): readonly Path[] {
    return this.#errorsOf(file).flatMap(({ at }) => ('path' in at ? [at.path] : []));
  }

  /** How many problems broke each rule, without the work of locating them: what one file repeats counts once. */
  get counts(): Readonly<Record<string, number>> {
    const distinct = new Map<string, string>();
    for (const [path, { problems }] of this.#reports)
      for (const { rule, message, at } of problems) distinct.set(JSON.stringify([path, rule, message, at]), rule);
    const byRule = groupBy([...distinct.values()].sort(compareText), (rule) => rule);
    return Object.fromEntries([...byRule].map(([rule, found]) => [rule, found.length]));
  }

  /** Whether any error was reported. */
  get hasErrors(): boolean {
    return [...this.#reports.values()].some(({ file }) => this.has(file));
  }

  /** All that was reported, located, sorted, none twice. */
  get diagnostics(): readonly Diagnostic[] {
    return sortDiagnostics([...this.#reports.values()].flatMap((report) => located(report, this.locatorOf)));
  }

  /** @throws {@link CatalogError} if any error was reported. */
  throwIfErrors(): void {
    if (this.hasErrors) throw new CatalogError(this.diagnostics);
  }

  #errorsOf({ absolutePath }: ReportedFile): readonly Reported[] {
    return this.#reports.get(absolutePath)?.problems.filter(({ severity }) => severity === 'error') ?? [];
  }

  #add(file: ReportedFile, problem: Reported): void {
    getOrInsert(this.#reports, file.absolutePath, () => ({ file, problems: [] })).problems.push(problem);
  }
}

function located({ file, problems }: FileReport, locatorOf: (text: string) => Locate): Diagnostic[] {
  const lines = new LineIndex(file.text);
  const locator = lazy(() => locatorOf(file.text));
  return problems.map(({ at, ...problem }) => {
    const [start, end] = 'range' in at ? at.range : locator()(at.path, at.part);
    return {
      ...problem,
      file: file.absolutePath,
      text: file.text,
      start: lines.position(start),
      end: lines.position(Math.max(start, end)),
    };
  });
}
