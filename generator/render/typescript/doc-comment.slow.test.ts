import fc from 'fast-check';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { emptyNotes, type Notes } from '../../model/notes.js';
import type { TypeNode } from '../../model/type-node.js';
import { docComment, noteParts, type CommentPart } from './doc-comment.js';

const words =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen';

const comments: readonly { title: string; given: readonly CommentPart[]; indent?: number; want: string }[] = [
  { title: 'nothing', given: [], want: '' },
  { title: 'only blank text', given: [{ markdown: ' \n' }], want: '' },
  { title: 'one line', given: [{ markdown: 'A text.' }], want: '/** A text. */\n' },
  { title: 'an indent', given: [{ markdown: 'A text.' }], indent: 2, want: '  /** A text. */\n' },
  {
    title: 'a long line',
    given: [{ markdown: words }],
    want: `/**\n * ${words.slice(0, 96)}\n * ${words.slice(97)}\n */\n`,
  },
  {
    title: 'line breaks inside a paragraph',
    given: [{ markdown: 'One\ntwo.\n\nThree.' }],
    want: '/**\n * One two.\n *\n * Three.\n */\n',
  },
  {
    title: 'tags behind text',
    given: [{ markdown: 'A text.' }, { tag: '@example', markdown: '`1`' }, { tag: '@deprecated', markdown: '' }],
    want: '/**\n * A text.\n *\n * @example `1`\n * @deprecated\n */\n',
  },
  { title: 'the end of a comment', given: [{ markdown: 'a */ b' }], want: '/** a *\\/ b */\n' },
  { title: 'a tag in text', given: [{ markdown: 'a @b `c @d`' }], want: '/** a \\@b `c \\@d` */\n' },
  { title: 'an address', given: [{ markdown: 'me@example.com' }], want: '/** me@example.com */\n' },
  { title: 'Windows line breaks', given: [{ markdown: 'a\r\n\r\nb' }], want: '/**\n * a\n *\n * b\n */\n' },
  { title: 'characters that hide text', given: [{ markdown: 'a\u202eb\u0000' }], want: '/** a\\u202eb\\u0000 */\n' },
];

describe('docComment', () => {
  it.each(comments)('lays out $title', ({ given, indent = 0, want }) => {
    expect(docComment(given, indent)).toBe(want);
  });

  it('holds whatever text there is: nothing gets out, and no tag in', () => {
    const piece = fc.constantFrom(
      '*/',
      '/*',
      '@',
      '@x ',
      ' @x',
      '`',
      '``',
      '```',
      '\n',
      '\n\n',
      '  \n',
      '* ',
      '- ',
      '|',
      'a',
      ' ',
      '\\',
      '{@link ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const code = `${docComment([{ markdown: pieces.join('') }], 0)}const marker = 1;`;
        const file = ts.createSourceFile('a.ts', code, ts.ScriptTarget.ES2022, true);
        const [statement, ...others] = file.statements;
        expect(others).toEqual([]);
        expect(statement?.getText()).toBe('const marker = 1;');
        expect(statement && ts.getJSDocTags(statement).map(({ tagName }) => tagName.text)).toEqual([]);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

const text: TypeNode = { kind: 'string' };
const notes = (more: Partial<Notes>): Notes => ({ ...emptyNotes, ...more });

describe('The comment of a property', () => {
  it.each<{ title: string; given: Notes; type?: TypeNode; want: string }>([
    { title: 'nothing of a field without notes', given: emptyNotes, want: '' },
    {
      title: 'description and conditions in one paragraph',
      given: notes({ description: 'A size', conditions: ['Minimum: 1.'], isInteger: true }),
      want: '/** A size. Integer. Minimum: 1. */\n',
    },
    {
      title: 'known values',
      given: notes({ knownValues: ['a', 'b'] }),
      want: '/** Known values: `a`, `b`; others are accepted. */\n',
    },
    { title: 'a secret', given: notes({ description: 'A key.', isSecret: true }), want: '/** A key. Secret. */\n' },
    {
      title: 'what holds for items',
      given: notes({ description: 'Sizes.' }),
      type: { kind: 'array', items: text, itemNotes: notes({ description: 'A size.', conditions: ['Minimum: 1.'] }) },
      want: '/** Sizes. Each item: A size. Items: Minimum: 1. */\n',
    },
    {
      title: 'default, examples and deprecation as tags',
      given: notes({ default: { a: [] }, examples: ['x', null], isDeprecated: true }),
      want: '/**\n * @defaultValue `{"a":[]}`\n * @example `"x"`\n * @example `null`\n * @deprecated Not to be used any more.\n */\n',
    },
    {
      title: 'several paragraphs apart from the conditions',
      given: notes({ description: 'One.\n\nTwo.', conditions: ['Minimum: 1.'] }),
      want: '/**\n * One.\n *\n * Two.\n *\n * Minimum: 1.\n */\n',
    },
  ])('tells $title', ({ given, type = text, want }) => {
    expect(docComment(noteParts(given, type), 0)).toBe(want);
  });
});
