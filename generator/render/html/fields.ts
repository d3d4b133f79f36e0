import type { CatalogSettings } from '../../catalog/catalog.js';
import type { Json } from '../../json.js';
import type { NamedType } from '../../model/model.js';
import type { Notes } from '../../model/notes.js';
import type { TypeNode } from '../../model/type-node.js';
import { fieldRows, type FieldRow } from '../markdown/field-rows.js';
import { html, type Content, type Markup } from './markup.js';
import { prose, proseLine } from './prose.js';

/** A field with those inside it. */
interface FieldTree {
  readonly row: FieldRow;
  readonly inner: FieldTree[];
}

/** What pages are made with. */
export interface PageContext {
  readonly settings: CatalogSettings;
  /** All named types, by name. */
  readonly types: ReadonlyMap<string, NamedType>;
  /** Gives the address of a shared type's page; `undefined` for a type without one. */
  readonly typePage: (name: string) => string | undefined;
  /** Gives a payload of a message, by the message's name. */
  readonly exampleOf: (name: string) => Json;
}

/** The fields of a type, each with those inside it, which fold. */
export function fieldList(type: TypeNode, context: PageContext): Markup | undefined {
  const trees = treesOf(fieldRows(type, context.types));
  return trees.length === 0 ? undefined : list(trees, context);
}

/** Rows come each followed by those inside it, so that the depth says where one belongs. */
function treesOf(rows: readonly FieldRow[]): FieldTree[] {
  const roots: FieldTree[] = [];
  const open: FieldTree[] = [];
  for (const row of rows) {
    const tree = { row, inner: [] };
    open.length = row.depth - 1;
    (open.at(-1)?.inner ?? roots).push(tree);
    open.push(tree);
  }
  return roots;
}

const list = (trees: readonly FieldTree[], context: PageContext): Markup =>
  html`<ul class="fields">
    ${trees.map((tree) => field(tree, context))}
  </ul>`;

function field({ row, inner }: FieldTree, context: PageContext): Markup {
  const { path, label, isOptional, notes, itemNotes } = row;
  const id = fieldId(path);
  const count = inner.length === 1 ? '1 field' : `${inner.length} fields`;
  return html`<li id="${id}" class="field">
    <div class="field-head">
      <a class="anchor" href="#${id}"><code class="field-name">${ownName(path)}</code></a>
      <span class="type">${linked(label, context)}</span
      >${isOptional ? '' : html` <span class="badge required">required</span>`}${notes.isSecret ? html` <span class="badge secret">secret</span>` : ''}${notes.isDeprecated ? html` <span class="badge deprecated">deprecated</span>` : ''}
    </div>
    ${description(notes, itemNotes)}${facts(notes, itemNotes)}${inner.length === 0 ? '' : html`<details${row.depth === 1 ? html` open` : ''}><summary>${count}</summary>${list(inner, context)}</details>`}
  </li>`;
}

/** The fragment by which a field is linked. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll(/[^\w.[\]*$-]/g, (character) => `~${character.codePointAt(0)?.toString(16)}~`)}`;
}

/** A path's last name; what leads to an item stays, since it says of what. */
function ownName(path: string): string {
  return path.startsWith('[') ? path : path.slice(path.lastIndexOf('.') + 1);
}

function description({ description: own }: Notes, { description: ofItem }: Notes): Content {
  return [own === '' ? '' : prose(own), ofItem === '' ? '' : html`<p>Each item: ${proseLine(ofItem)}</p>`];
}

function facts(notes: Notes, items: Notes): Content {
  const known = [...notes.knownValues, ...items.knownValues];
  const conditions = [...(notes.isInteger ? ['Integer.'] : []), ...notes.conditions];
  const all: Markup[] = [
    ...conditions.map((each) => html`<li>${proseLine(each)}</li>`),
    ...items.conditions.map((each) => html`<li>Items: ${proseLine(each)}</li>`),
    ...(notes.default === undefined ? [] : [html`<li>Default: <code>${JSON.stringify(notes.default)}</code></li>`]),
    ...(known.length === 0
      ? []
      : [
          html`<li>
            Known values: ${known.map((value) => html`<code class="value">${value}</code> `)}<span class="muted"
              >others are accepted</span
            >
          </li>`,
        ]),
  ];
  return all.length === 0
    ? ''
    : html`<ul class="facts">
        ${all}
      </ul>`;
}

/** A type's label with links to the pages of shared types in it. */
function linked(label: string, { typePage }: PageContext): Content {
  return label.split(/\b/).map((word) => {
    const page = /^[A-Z]/.test(word) ? typePage(word) : undefined;
    return page === undefined ? word : html`<a href="${page}">${word}</a>`;
  });
}
