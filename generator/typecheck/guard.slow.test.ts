import { beforeAll, describe, expect, it } from 'vitest';
import { rendering } from '../render/render.js';
import { renderDemo, type RenderedDemo } from '../testing/rendered-demo.js';
import { guardStructure } from './guard.js';
import { isTypeChecked } from './modules.js';
import type { OutputProblem } from './output-error.js';

let demo: RenderedDemo;
beforeAll(async () => {
  demo = await renderDemo();
});

/** Guards the output, with another content of one file than was rendered. */
function guard(path: string, change: (content: string) => string): OutputProblem[] {
  const files = demo.files.filter((file) => isTypeChecked(file.path));
  expect(files.map((file) => file.path)).toContain(path);
  const changed = files.map((file) => (file.path === path ? { ...file, content: change(file.content) } : file));
  return guardStructure(changed, demo.model, (model) =>
    rendering(model)(demo.templates.filter(({ outputPath }) => isTypeChecked(outputPath))),
  );
}

const request = 'typescript/src/messages/demo-request.ts';
const completed = 'typescript/src/messages/demo-completed.ts';
const place = 'typescript/src/types/place.ts';
const constants = 'typescript/src/message-types.ts';
const client = 'typescript/src/client.ts';
const catalog = 'typescript/src/catalog.ts';

/** What somebody might smuggle into the output, or a template get wrong: each compiles, unless it says otherwise. */
const tampered: readonly { title: string; path: string; from: string; to: string }[] = [
  { title: 'a further declaration', path: request, from: '/** An id', to: '*/ type Evil = 1; /** An id' },
  {
    title: 'a further type',
    path: place,
    from: 'export type',
    to: 'export type Evil = 1;\nexport type',
  },
  {
    title: 'a further constant',
    path: place,
    from: 'export type',
    to: 'export const evil = 1;\nexport type',
  },
  {
    title: 'an import for its effects',
    path: place,
    from: 'export type',
    to: "import 'evil';\nexport type",
  },
  {
    title: 'an import from elsewhere',
    path: place,
    from: 'export type',
    to: "import { evil } from 'evil';\nexport type",
  },
  {
    title: 'an export from elsewhere',
    path: place,
    from: 'export type',
    to: "export * from 'evil';\nexport type",
  },
  {
    title: 'a statement',
    path: place,
    from: 'export type',
    to: 'while (false);\nexport type',
  },
  {
    title: 'a call',
    path: place,
    from: 'export type',
    to: 'fetch("x");\nexport type',
  },
  {
    title: 'a function',
    path: place,
    from: 'export type',
    to: 'export function f() {}\nexport type',
  },
  {
    title: 'a class',
    path: place,
    from: 'export type',
    to: 'export class Evil {}\nexport type',
  },
  {
    title: 'a further member',
    path: request,
    from: 'id: string;',
    to: 'id: string;\n  more: string;',
  },
  {
    title: 'a missing member',
    path: request,
    from: 'id: string;',
    to: '',
  },
  {
    title: 'a member of another type',
    path: request,
    from: 'id: string;',
    to: 'id: number;',
  },
  {
    title: 'an optional member',
    path: request,
    from: 'id: string;',
    to: 'id?: string;',
  },
  {
    title: 'a member that undefined does not fit',
    path: request,
    from: 'id: string;',
    to: 'id: string | undefined;',
  },
  {
    title: 'another literal',
    path: request,
    from: "'a' | 'b' |",
    to: "'a' | 'c' |",
  },
  {
    title: 'a literal more',
    path: request,
    from: "'x' | 'y'",
    to: "'x' | 'y' | 'z'",
  },
  {
    title: 'a closed list that should be open',
    path: request,
    from: "'x' | 'y' | (string & {})",
    to: "'x' | 'y'",
  },
  {
    title: 'an optional item of a tuple',
    path: request,
    from: '[string,',
    to: '[string?,',
  },
  {
    title: 'a method in a type',
    path: request,
    from: 'id: string;',
    to: 'id: string;\n  m(): void;',
  },
  {
    title: 'any',
    path: request,
    from: 'id: string;',
    to: 'id: any;',
  },
  {
    title: 'an index signature of another type',
    path: place,
    from: '[key: string]: number',
    to: '[key: string]: string',
  },
  {
    title: 'an object that is not closed',
    path: completed,
    from: '[key: string]: never',
    to: '[key: string]: unknown',
  },
  {
    title: 'another value of a constant',
    path: constants,
    from: "DEMO_REQUEST: 'demo-request'",
    to: "DEMO_REQUEST: 'demo-completed'",
  },
  {
    title: 'a further constant of messages',
    path: constants,
    from: '} as const',
    to: "  EVIL: 'demo-request',\n} as const",
  },
  {
    title: 'a missing constant',
    path: constants,
    from: "  DEMO_REQUEST: 'demo-request',\n",
    to: '',
  },
  {
    title: 'a constant that is no text',
    path: constants,
    from: "DEMO_REQUEST: 'demo-request'",
    to: 'DEMO_REQUEST: `demo-request`',
  },
  {
    title: 'constants that are no object',
    path: constants,
    from: 'export const MessageTypes = {',
    to: 'export const MessageTypes = 1 as unknown as {',
  },
  {
    title: 'another outcome',
    path: constants,
    from: "'demo-request': 'demo-completed'",
    to: "'demo-request': 'demo-request'",
  },
  {
    title: 'another payload',
    path: constants,
    from: "'demo-request': DemoRequestMessage;",
    to: "'demo-request': DemoCompletedMessage;",
  },
  {
    title: 'a method that sends another message',
    path: catalog,
    from: "  'demo-request':",
    to: "  'demo-cancelled':",
  },
  {
    title: 'a method that takes another payload',
    path: client,
    from: 'data: DemoRequestMessage',
    to: 'data: DemoRequestMessage & { id: never }',
  },
  {
    title: 'methods that do more',
    path: client,
    from: 'defineMethods(WorkerClient',
    to: 'void WorkerClient;\ndefineMethods(WorkerClient',
  },
  {
    title: 'a further method',
    path: client,
    from: '  demoRequest(',
    to: '  evil(): void {}\n  demoRequest(',
  },
  {
    title: 'a block that runs when the class is defined',
    path: client,
    from: '  demoRequest(',
    to: '  static { console.log(1); }\n  demoRequest(',
  },
  {
    title: 'a missing method',
    path: client,
    from: 'demoRequest(',
    to: 'constructorOf(',
  },
  { title: 'what does not parse', path: place, from: 'export type', to: 'export typ' },
];

describe('The guard', () => {
  it('finds nothing in what was rendered', () => {
    expect(guard(place, (content) => content)).toEqual([]);
  });

  it.each(['[', ',', ';', '|', '...', ')'])('takes %j in a string for no code', (value) => {
    const file = (content: string) => ({ path: 't/a.ts', template: 't/a.ts.hbs', content, isRendered: true });
    const code = `type A = '${value}' | ('${value}' & {}); const a = ['${value}'];`;
    expect(guardStructure([file(code)], demo.model, () => [file(code)])).toEqual([]);
    const broken = code.replace(/' \|/, "'");
    expect(guardStructure([file(broken)], demo.model, () => [file(code)])).toHaveLength(1);
  });

  it('says where the first difference is', () => {
    const changed = guard(place, (content) => content.replace('export type', 'fetch("x");\nexport type'));
    const template = 'typescript/src/types/[type].ts.hbs';
    const message = 'It has "fetch" where the model has "export": a text has become code.';
    expect(changed).toEqual([{ path: place, template, line: 3, message }]);
  });

  it.each(tampered)('finds $title', ({ path, from, to }) => {
    const found = guard(path, (content) => {
      expect(content).toContain(from);
      return content.replace(from, () => to);
    });
    expect(found.map((problem) => problem.path)).toEqual([path]);
  });
});
