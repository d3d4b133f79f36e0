import type { Message } from '../model/model.js';
import { guardName, schemaName, validatorName } from '../names.js';
import { escapeLine } from '../text/escape.js';
import { markdownLine, summary } from './markdown/markdown.js';
import { deprecationSentence } from './markdown/pages.js';
import type { Code, PlainName, View } from './rendered.js';
import { docComment, noteParts, type CommentPart } from './typescript/doc-comment.js';
import { lineWidth, stringLiteral } from './typescript/literals.js';
import { declaredNames } from './typescript/module.js';

/** Renders a message's texts for the contexts that templates put them in. */
export function messageView(message: Message) {
  const { name, payload, declared } = message;
  const written = declaredNames([payload]);
  return {
    name: name as PlainName,
    /** Folder of the catalog that it lies in; empty for one that lies in none. */
    domain: markdownLine(message.domain),
    /** Its file, fit for a line comment. */
    source: escapeLine(message.source) as Code,
    nameLiteral: stringLiteral(name),
    /** The message that reports the end of its jobs, or `undefined`. */
    outcomeLiteral: message.outcome === undefined ? ('undefined' as Code) : stringLiteral(message.outcome),
    method: message.method as Code,
    constant: message.constant as Code,
    payloadType: payload.name as Code,
    receivedType: written.at(-1) as Code,
    /** Names of the types that the payload maps mention. */
    imports: written.join(', ') as Code,
    /** Names of the types that this message's module exports. */
    exports: declaredNames(declared).join(', ') as Code,
    /** Doc comment of the method, indented by two columns. */
    methodComment: docComment(
      [{ markdown: message.description }, ...methodTags(message), ...deprecatedTag(message)],
      2,
    ),
    /** The method with its parameters and what it returns, indented by two columns. */
    signature: signature(message),
    /** Doc comment of the constant, indented by two columns. */
    constantComment: docComment([{ markdown: summary(message.description) }, ...deprecatedTag(message)], 2),
    /** Name of the constant that holds the payload's schema. */
    schemaConstant: schemaName(payload.name) as Code,
    /** Name of the function that checks payloads. */
    validator: validatorName(name) as Code,
    guard: guardName(name) as Code,
    /** Whether workers are to carry out its jobs, which callers send. */
    isHandled: message.sentBy !== 'workers',
  } satisfies View;
}

/** What the comment of a message's payload type says. */
export function messageComment(message: Message): CommentPart[] {
  const { notes, type } = message.payload;
  const ofPayload = noteParts({ ...notes, default: undefined, examples: [] }, type);
  const tag = deprecatedTag(message);
  return [
    { markdown: message.description },
    ...ofPayload.filter(({ tag: name }) => tag.length === 0 || name !== '@deprecated'),
    ...tag,
  ];
}

function deprecatedTag({ deprecated }: Message): CommentPart[] {
  return deprecated === undefined ? [] : [{ tag: '@deprecated', markdown: deprecationSentence(deprecated) }];
}

/** In one line where it fits. */
function signature({ name, method, payload }: Message): Code {
  const parameters = [`data: ${payload.name}`, 'options?: SendOptions'];
  const returned = `JobCall<JobResponse<${stringLiteral(name)}>>`;
  const line = `${method}(${parameters.join(', ')}): ${returned}`;
  const lines = `${method}(\n${parameters.map((each) => `    ${each},\n`).join('')}  ): ${returned}`;
  return (line.length + '   {'.length <= lineWidth ? line : lines) as Code;
}

function methodTags({ outcome }: Message): CommentPart[] {
  const end = outcome === undefined ? '' : ` It ends with \`${outcome}\`.`;
  return [
    { tag: '@param', markdown: "data - The message's payload." },
    { tag: '@param', markdown: 'options - What this call changes.' },
    { tag: '@returns', markdown: `The job that the backend made of it.${end}` },
  ];
}
