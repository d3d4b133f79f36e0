import { groupBy } from '../group-by.js';
import type { Message, Model } from '../model/model.js';
import { namedTypes } from '../model/named-types.js';
import { typeReferences, unknownType, type TypeNode } from '../model/type-node.js';
import { receivedTypeName } from '../names.js';
import type { RenderedFile } from '../render/rendered-file.js';
import { stringLiteral } from '../render/typescript/literals.js';
import { printType } from '../render/typescript/print-type.js';
import { codeSpan } from '../text/code-span.js';
import { withCompiler } from '../typecheck/compiler.js';
import { sides, type Side } from './change-report.js';
import { typeProbes, type Probe } from './type-probes.js';

/** How the types of a message break code, with the code. */
export interface CompileBreak {
  readonly message: string;
  readonly side: Side;
  readonly pointer: string;
  readonly reason: string;
  /** Compiles with the package before, and not with the one after. */
  readonly snippet: string;
}

/** A message before and after. */
export interface MessagePair {
  readonly before: Message;
  readonly after: Message;
}

/** A probe, and what it is about. */
interface Candidate extends Probe {
  readonly message: string;
  readonly side: Side;
}

const maps: Readonly<Record<Side, string>> = { oldWriters: 'MessagePayloads', oldReaders: 'ReceivedPayloads' };

/**
 * Finds code of callers and workers that compiles with the types of one version and not with those of another. The compiler is
 * loaded only where types differ.
 */
export async function findCompileBreaks(
  before: Model,
  after: Model,
  pairs: readonly MessagePair[],
): Promise<readonly CompileBreak[]> {
  const [was, is] = [new Types(before), new Types(after)];
  const candidates = pairs.flatMap((pair) => [
    ...sides.flatMap((side) => probesOf(side, pair, was, is)),
    ...outcomeProbe(pair),
  ]);
  if (candidates.length === 0) return [];
  const name = stringLiteral(before.settings.package.name);
  const snippets = candidates.map((each) => ({ ...each, snippet: snippetOf(each.code, name) }));
  const names = pairs.map((pair) => pair.before.name);
  const broken = await withCompiler(async ({ check }) => {
    const failing = async (types: Types): Promise<ReadonlySet<number>> => {
      const modules = snippets.map(({ snippet }, index): RenderedFile =>
        file(`snippet-${index}.ts`, snippet.replace(`from ${name}`, "from './package.js'"), true),
      );
      const problems = await check([file('package.ts', types.module(names), false), ...modules]);
      return new Set(problems.map(({ path }) => Number(/\d+/.exec(path)?.[0])));
    };
    const [failsBefore, failsAfter] = [await failing(was), await failing(is)];
    return snippets.filter((_, index) => !failsBefore.has(index) && failsAfter.has(index));
  });
  const places = groupBy(broken, ({ message, side, pointer }) => JSON.stringify([message, side, pointer]));
  // The shortest snippet of each place comes first.
  return [...places.values()].flatMap(([first]) => first ?? []);
}

const file = (path: string, content: string, isRendered: boolean): RenderedFile => ({
  path,
  content,
  template: path,
  isRendered,
});

function snippetOf(code: string, packageName: string): string {
  const names = ['MessagePayloads', 'ReceivedPayloads', 'MessageOutcomes'].filter((name) => code.includes(name));
  return `import type { ${names.join(', ')} } from ${packageName};\n\n${code}\n`;
}

function probesOf(side: Side, { before, after }: MessagePair, was: Types, is: Types): Candidate[] {
  const typeOf = ({ payload }: Message): TypeNode =>
    side === 'oldWriters' ? payload.type : (payload.received ?? payload.type);
  const root = `${maps[side]}[${stringLiteral(before.name)}]`;
  const probes = typeProbes(
    side,
    root,
    { type: typeOf(before), resolve: was.resolve },
    { type: typeOf(after), resolve: is.resolve },
  );
  return probes.map((probe) => ({ ...probe, message: before.name, side }));
}

/** Who reads how a job ends knows the message that reports it. */
function outcomeProbe({ before, after }: MessagePair): Candidate[] {
  const { name, outcome } = before;
  if (outcome === undefined || after.outcome === outcome) return [];
  const what =
    after.outcome === undefined
      ? 'No message reports its end any more'
      : `Its end is reported by ${codeSpan(after.outcome)}`;
  const code = `const outcome: MessageOutcomes[${stringLiteral(name)}] = ${stringLiteral(outcome)};`;
  return [
    {
      message: name,
      side: 'oldReaders',
      pointer: '/outcome',
      reason: `${what}, and was by ${codeSpan(outcome)}.`,
      code,
    },
  ];
}

/** The types of a package. */
class Types {
  readonly #types = new Map<string, TypeNode>();
  readonly #messages: ReadonlyMap<string, Message>;

  constructor(model: Model) {
    this.#messages = new Map(model.messages.map((message) => [message.name, message]));
    for (const { name, type, received } of namedTypes(model).values()) {
      this.#types.set(name, type);
      if (received !== undefined) this.#types.set(receivedTypeName(name), received);
    }
  }

  readonly resolve = (name: string): TypeNode => this.#types.get(name) ?? unknownType;

  /** A module with the types of some messages, as the package has them. */
  module(names: readonly string[]): string {
    const messages = names.flatMap((name) => this.#messages.get(name) ?? []);
    const read = ({ payload }: Message): string =>
      payload.received === undefined ? payload.name : receivedTypeName(payload.name);
    const used = new Set(messages.flatMap((message) => [message.payload.name, read(message)]));
    // A set yields what is added while it is gone through.
    for (const name of used) for (const other of typeReferences(this.resolve(name))) used.add(other);
    const map = (name: string, value: (message: Message) => string): string =>
      `export interface ${name} {\n${messages.map((message) => `  ${stringLiteral(message.name)}: ${value(message)};\n`).join('')}}\n`;
    return [
      ...[...used].map((name) => `export type ${name} = ${printType(this.resolve(name), 0)};\n`),
      map('MessagePayloads', ({ payload }) => payload.name),
      map('ReceivedPayloads', read),
      map('MessageOutcomes', ({ outcome }) => (outcome === undefined ? 'never' : stringLiteral(outcome))),
    ].join('');
  }
}
