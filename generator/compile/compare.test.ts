import { beforeAll, describe, expect, it } from 'vitest';
import { parseModule } from '../testing/programs.js';
import { renderDemo, type RenderedDemo } from '../testing/rendered-demo.js';
import { compareDeclarations } from './compare.js';
import { expectationsOf } from './expectations.js';

let demo: RenderedDemo;
beforeAll(async () => {
  demo = await renderDemo();
});

/** Says what is wrong with a file of the output, given another content than was rendered. */
function compare(path: string, change: (content: string) => string): string {
  const file = demo.files.find((each) => each.path === path);
  const template = demo.templates.find((each) => each.path === file?.template);
  if (file === undefined || template === undefined) throw new Error(`There is no ${path}.`);
  return compareDeclarations(parseModule(change(file.content)), template.content, expectationsOf(demo.model)).join(
    '\n',
  );
}

const request = 'typescript/src/messages/demo-request.ts';
const completed = 'typescript/src/messages/demo-completed.ts';
const place = 'typescript/src/types/place.ts';
const constants = 'typescript/src/message-types.ts';
const client = 'typescript/src/client.ts';

/** What somebody might smuggle into the output, or a template get wrong: each compiles, unless it says otherwise. */
const tampered: readonly { title: string; path: string; from: string; to: string; want: RegExp }[] = [
  { title: 'a further declaration', path: request, from: '/** An id', to: '*/ type Evil = 1; /** An id', want: /./ },
  {
    title: 'a further type',
    path: place,
    from: 'export type',
    to: 'export type Evil = 1;\nexport type',
    want: /declares Evil, which the model does not have/,
  },
  {
    title: 'a further constant',
    path: place,
    from: 'export type',
    to: 'export const evil = 1;\nexport type',
    want: /declares evil, which the model does not have/,
  },
  {
    title: 'an import for its effects',
    path: place,
    from: 'export type',
    to: "import 'evil';\nexport type",
    want: /takes from outside the package: import 'evil'/,
  },
  {
    title: 'an import from elsewhere',
    path: place,
    from: 'export type',
    to: "import { evil } from 'evil';\nexport type",
    want: /takes from outside the package: import \{ evil \}/,
  },
  {
    title: 'an export from elsewhere',
    path: place,
    from: 'export type',
    to: "export * from 'evil';\nexport type",
    want: /takes from outside the package: export \*/,
  },
  {
    title: 'a statement',
    path: place,
    from: 'export type',
    to: 'while (false);\nexport type',
    want: /holds a statement that the template does not: while/,
  },
  {
    title: 'a call',
    path: place,
    from: 'export type',
    to: 'fetch("x");\nexport type',
    want: /Cannot find name 'fetch'|holds a statement/,
  },
  {
    title: 'a function',
    path: place,
    from: 'export type',
    to: 'export function f() {}\nexport type',
    want: /holds a statement that the template does not: export function/,
  },
  {
    title: 'a class',
    path: place,
    from: 'export type',
    to: 'export class Evil {}\nexport type',
    want: /holds a statement that the template does not: export class/,
  },
  {
    title: 'a further member',
    path: request,
    from: 'id: string;',
    to: 'id: string;\n  more: string;',
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'a missing member',
    path: request,
    from: 'id: string;',
    to: '',
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'a member of another type',
    path: request,
    from: 'id: string;',
    to: 'id: number;',
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'an optional member',
    path: request,
    from: 'id: string;',
    to: 'id?: string;',
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'a member that undefined does not fit',
    path: request,
    from: 'id: string;',
    to: 'id: string | undefined;',
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'another literal',
    path: request,
    from: "'a' | 'b' |",
    to: "'a' | 'c' |",
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'a literal more',
    path: request,
    from: "'x' | 'y'",
    to: "'x' | 'y' | 'z'",
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'a closed list that should be open',
    path: request,
    from: "'x' | 'y' | (string & {})",
    to: "'x' | 'y'",
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'an optional item of a tuple',
    path: request,
    from: '[string,',
    to: '[string?,',
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'a method in a type',
    path: request,
    from: 'id: string;',
    to: 'id: string;\n  m(): void;',
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'any',
    path: request,
    from: 'id: string;',
    to: 'id: any;',
    want: /declares DemoRequestMessage with other members/,
  },
  {
    title: 'an index signature of another type',
    path: place,
    from: '[key: string]: number',
    to: '[key: string]: string',
    want: /declares Place with other members/,
  },
  {
    title: 'an object that is not closed',
    path: completed,
    from: '[key: string]: never',
    to: '[key: string]: unknown',
    want: /declares DemoCompletedMessage with other members/,
  },
  {
    title: 'another value of a constant',
    path: constants,
    from: "DEMO_REQUEST: 'demo-request'",
    to: "DEMO_REQUEST: 'demo-completed'",
    want: /has DEMO_REQUEST in MessageTypes, which the model does not/,
  },
  {
    title: 'a further constant of messages',
    path: constants,
    from: '} as const',
    to: "  EVIL: 'demo-request',\n} as const",
    want: /has EVIL in MessageTypes/,
  },
  {
    title: 'a missing constant',
    path: constants,
    from: "  DEMO_REQUEST: 'demo-request',\n",
    to: '',
    want: /lacks the constant DEMO_REQUEST/,
  },
  {
    title: 'a constant that is no text',
    path: constants,
    from: "DEMO_REQUEST: 'demo-request'",
    to: 'DEMO_REQUEST: `demo-request`',
    want: /has an entry of MessageTypes that is no text/,
  },
  {
    title: 'constants that are no object',
    path: constants,
    from: 'export const MessageTypes = {',
    to: 'export const MessageTypes = 1 as unknown as {',
    want: /./,
  },
  {
    title: 'another outcome',
    path: constants,
    from: "'demo-request': 'demo-completed'",
    to: "'demo-request': 'demo-request'",
    want: /declares MessageOutcomes with other members/,
  },
  {
    title: 'another payload',
    path: constants,
    from: "'demo-request': DemoRequestMessage;",
    to: "'demo-request': DemoCompletedMessage;",
    want: /declares MessagePayloads with other members/,
  },
  {
    title: 'a method that sends another message',
    path: client,
    from: "sendToQueue('demo-request', data",
    to: "sendToQueue('demo-completed', {}",
    want: /has a method demoRequest that does not send demo-request/,
  },
  {
    title: 'a method that takes another payload',
    path: client,
    from: 'demoRequest(data: DemoRequestMessage',
    to: 'demoRequest(data: DemoRequestMessage & { id: never }',
    want: /has a method demoRequest that does not send demo-request/,
  },
  {
    title: 'a method that does more',
    path: client,
    from: "return this.sendToQueue('demo-request'",
    to: "data.id;\n    return this.sendToQueue('demo-request'",
    want: /has a method demoRequest that does not send demo-request/,
  },
  {
    title: 'a further method',
    path: client,
    from: '  demoRequest(',
    to: '  evil(): void {}\n  demoRequest(',
    want: /has a member that is neither of the model nor of the template: evil/,
  },
  {
    title: 'a block that runs when the class is defined',
    path: client,
    from: '  demoRequest(',
    to: '  static { console.log(1); }\n  demoRequest(',
    want: /has a member that is neither of the model nor of the template: static \{/,
  },
  {
    title: 'a missing method',
    path: client,
    from: 'demoRequest(',
    to: 'constructorOf(',
    want: /lacks the method demoRequest/,
  },
  { title: 'what does not parse', path: place, from: 'export type', to: 'export typ', want: /./ },
];

describe('compareDeclarations', () => {
  it('finds nothing in what was rendered', () => {
    const modules = demo.files.filter(({ path, isRendered }) => isRendered && path.endsWith('.ts'));
    expect(modules.length).toBeGreaterThan(5);
    for (const { path } of modules)
      expect({ path, found: compare(path, (content) => content) }).toEqual({ path, found: '' });
  });

  it.each(tampered)('finds $title', ({ path, from, to, want }) => {
    const found = compare(path, (content) => {
      expect(content).toContain(from);
      return content.replace(from, () => to);
    });
    expect(found).toMatch(want);
  });
});
