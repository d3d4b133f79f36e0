declare const context: unique symbol;

/**
 * Text that was rendered for one context and may stand only there. Text from a catalog reaches a template in no other
 * form: a plain `string` does not fit a view.
 */
type Rendered<Context extends string> = string & { readonly [context]: Context };

/** TypeScript source: an expression, a type, a name, a whole declaration, or comment. */
export type Code = Rendered<'code'>;
/** Markdown blocks. */
export type MarkdownBlocks = Rendered<'markdown blocks'>;
/** Markdown within one line, also fit for a table cell. */
export type MarkdownLine = Rendered<'markdown line'>;
/** A JSON value. */
export type JsonText = Rendered<'json'>;
/** Lower-case words, digits and hyphens, dots or slashes: plain in every context. */
export type PlainName = Rendered<'name'>;
/** HTML that may stand where text may. */
export type Html = Rendered<'html'>;
/** Text of a plain-text file. */
export type PlainText = Rendered<'plain text'>;

/** What a template sees: texts that were rendered for a context, whether something holds, and lists and groups of these. */
export type View = Rendered<string> | boolean | readonly View[] | { readonly [name: string]: View };
