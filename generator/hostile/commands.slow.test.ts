import { describe, expect, it } from 'vitest';
import { createProgram } from '../cli/program.js';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { formatDiagnostics } from '../diagnostics/format.js';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { describeMessage, summarize } from '../inspect/describe-message.js';
import { printList } from '../inspect/print-list.js';
import { printMessage } from '../inspect/print-message.js';
import { applyFixes } from '../lint/fix-catalog.js';
import { lint, lintFindings } from '../lint/lint.js';
import { load } from '../load/load.js';
import { buildModel } from '../model/build-model.js';
import { captureOutput } from '../testing/captured-output.js';
import { diagnoseFolder, writeCatalog } from '../testing/diagnose.js';
import { colorsFor } from '../text/terminal.js';
import { UsageError } from '../usage-error.js';
import { validate } from '../validate/validate.js';
import { corpus } from './corpus.js';

/** What would move a terminal's cursor, change its colours, or reorder its text. */
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\u2066-\u2069]/;

/** Links are about reading, which the other tests try. */
const cases = corpus.filter(({ links }) => links === undefined);

describe('Whatever is in a catalog', () => {
  it.each(cases.filter(({ refused }) => refused === undefined))(
    'lint, list and show tell nothing that acts on a terminal: $title',
    async ({ files }) => {
      await using folder = await writeCatalog(files);
      const reporter = new Reporter(locatorOf);
      const source = await load(folder.path, reporter);
      const catalog = validate(source, reporter);
      lint(catalog, reporter);
      const model = buildModel(catalog);
      const options = { columns: 80, colors: colorsFor(false) };
      const texts = [
        formatDiagnostics(reporter.diagnostics, 'pretty', folder.path),
        printList(model.messages.map(summarize), options),
        ...model.messages.map((message) => printMessage(describeMessage(message, model), options)),
      ];
      for (const text of texts) expect(text).not.toMatch(control);

      const fixes = lintFindings(catalog).flatMap(({ fix }) => fix ?? []);
      expect(applyFixes(fixes).leftOut).toEqual([]);
    },
  );

  it.each(cases.filter(({ refused }) => refused !== undefined))(
    'new writes a valid message or says why not: $title',
    async ({ files }) => {
      await using folder = await writeCatalog(files);
      const words = ['node', 'worker-codegen', 'new', 'brand-new-request', '--with-outcome', '--catalog', '.'];
      const { error } = await captureOutput(() => createProgram(folder.path).parseAsync(words));
      expect(error === undefined || error instanceof UsageError || error instanceof CatalogError).toBe(true);
      const problems = await diagnoseFolder(folder.path).catch(() => []);
      expect(problems.filter(({ file }) => file.includes('brand-new'))).toEqual([]);
    },
  );
});
