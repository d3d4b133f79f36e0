import type { TextRange } from '../diagnostics/diagnostic.js';
import type { YamlProblem } from './source.js';

/** Codes of what the yaml library says of anchors, aliases and tags, all of which are refused anyway. */
export const propertyCodes: ReadonlySet<string> = new Set([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_COLLECTION_TYPE',
  'BAD_PROP_ORDER',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
  'TAG_RESOLVE_FAILED',
]);

/** What the lexer puts before the text of a scalar without quotes. */
const scalarMark = '\u001f';

/**
 * Finds anchors, aliases and tags among the lexemes of a text, where they stand themselves; a node only knows its value.
 * Anchors and aliases come together and are told once, tags each.
 */
export class PropertyFinder {
  readonly problems: YamlProblem[] = [];
  #before = '';
  #hasAnchors = false;

  /** Takes the next lexeme. */
  take(lexeme: string, range: TextRange): void {
    const isText = this.#before === scalarMark;
    this.#before = lexeme;
    if (isText) return;
    if (lexeme.startsWith('!')) {
      this.problems.push({ range, message: 'YAML tags are not supported: remove it, or put the text in quotes.' });
    } else if (lexeme.startsWith('&') || lexeme.startsWith('*')) {
      const message =
        'YAML anchors and aliases are not supported: put the text in quotes, write the values out, or share a type with $ref.';
      if (!this.#hasAnchors) this.problems.push({ range, message });
      this.#hasAnchors = true;
    }
  }
}
