import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readModel, renderTarget } from '../testing/render-target.js';
import { quickAjv } from '../testing/quick-ajv.js';

const parser = join(import.meta.dirname, 'platforms/node_modules/@asyncapi/parser');
const isMissing = process.env['ALL_PLATFORMS'] === undefined && !existsSync(parser);

const format = 'application/schema+json;version=2020-12';

/** What is used of @asyncapi/parser, which has no types of its own here. */
interface ParserModule {
  readonly Parser: new () => {
    registerSchemaParser(plugin: object): void;
    parse(text: string): Promise<{ diagnostics: Diagnostic[]; document?: Document }>;
  };
}
interface Diagnostic {
  readonly code: string | number;
  readonly message: string;
  /** 0 is an error, 1 a warning. */
  readonly severity: number;
}
interface Document {
  allMessages(): { all(): readonly { name(): string; schemaFormat(): string }[] };
  allOperations(): { all(): readonly { action(): string; reply(): unknown }[] };
}

/** Takes JSON Schema 2020-12 for what it is: the schema must be one. */
const plugin = {
  getMimeTypes: () => [format],
  validate: ({ data }: { data: object }) => {
    const ajv = new Ajv2020(quickAjv);
    return ajv.validateSchema(data) === true ? [] : [{ message: ajv.errorsText(), path: [] }];
  },
  parse: ({ data }: { data: unknown }) => data,
};

describe('The document of AsyncAPI', () => {
  it
    .skipIf(isMissing)
    .each([
      'catalog',
      ...['documents', 'hostile-text', 'non-latin-names', 'recursive-reference', 'quoted-names'].map(
        (feature) => `generator/fixtures/${feature}/catalog`,
      ),
    ])(
    'has no error that its parser finds, and its messages are those of %s (needs: npm ci --prefix generator/emitted/platforms)',
    async (catalog) => {
      const { Parser } = createRequire(import.meta.url)(parser) as ParserModule;
      const asyncapi = new Parser();
      asyncapi.registerSchemaParser(plugin);
      const model = await readModel(catalog);
      const files = await renderTarget(model, 'asyncapi');
      const { diagnostics, document } = await asyncapi.parse(files.get('asyncapi.json') ?? '');
      // There is a 3.1 by now, of which nothing is needed here.
      const problems = diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version');
      expect(problems.map(({ message }) => message)).toEqual([]);
      const messages = document?.allMessages().all() ?? [];
      expect(new Set(messages.map((message) => message.name()))).toEqual(
        new Set(model.messages.map(({ name }) => name)),
      );
      expect(new Set(messages.map((message) => message.schemaFormat()))).toEqual(new Set([format]));
      const operations = document?.allOperations().all() ?? [];
      const count = (action: string): number => operations.filter((operation) => operation.action() === action).length;
      expect(count('send')).toBe(model.messages.filter(({ sentBy }) => sentBy !== 'workers').length);
      expect(count('receive')).toBe(model.messages.filter(({ sentBy }) => sentBy !== 'callers').length);
      expect(operations.filter((operation) => operation.reply() !== undefined).length).toBe(
        model.messages.filter(({ outcome, sentBy }) => outcome !== undefined && sentBy !== 'workers').length,
      );
    },
  );
});
