import { kindsOf, type ValueKind } from '../schema/value-kinds.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import type { References } from '../schema/references.js';
import { codeSpan } from '../text/code-span.js';
import { emptyNotes, mergeNotes, noOtherProperties, notesOf, type Notes } from './notes.js';
import type { SchemaAt } from './property-mentions.js';

/** Reads what documentation says of a value: what its schema says, and what those say that it combines or refers to. */
export function readNotes(site: SchemaAt, references: References): Notes {
  return new NotesReader(references).read(site);
}

class NotesReader {
  readonly #met = new Set<SchemaObject>();
  /** Properties that are there in any case. */
  readonly #required = new Set<string>();

  constructor(private readonly references: References) {}

  read({ schema, file }: SchemaAt): Notes {
    if (typeof schema === 'boolean' || this.#met.has(schema)) return emptyNotes;
    this.#met.add(schema);
    for (const name of schema.required ?? []) this.#required.add(name);
    const at = (inner: SchemaAt['schema']): SchemaAt => ({ schema: inner, file });
    const { propertyNames: names } = schema;
    const own = notesOf(names ? { ...schema, propertyNames: this.#target(at(names)) } : schema, this.#required);
    const parts = [
      schema.$ref === undefined ? emptyNotes : this.#ofTarget(this.references.target(schema.$ref, file)),
      ...(schema.allOf ?? []).map((branch) => this.read(at(branch))),
      ...[schema.anyOf, schema.oneOf].map((branches = []) => this.#ofAlternatives(branches.map(at))),
      ...(schema.prefixItems ?? []).map((item, index) => this.#ofItem(at(item), `Item ${index + 1}`)),
      ...(schema.prefixItems && schema.items ? [this.#ofItem(at(schema.items), 'Further items')] : []),
    ].filter((notes) => notes !== emptyNotes);
    if (parts.length === 0) return own;
    const merged = mergeNotes([...parts, own], 'and');
    const conditions = [...new Set([own, ...parts].flatMap((notes) => notes.conditions))];
    return { ...merged, conditions, examples: own.examples.length > 0 ? own.examples : merged.examples };
  }

  /** What a schema refers to, where it does, else itself. */
  #target({ schema, file }: SchemaAt): JsonSchema {
    const isReference = typeof schema !== 'boolean' && schema.$ref !== undefined;
    return isReference ? this.#target(this.references.target(schema.$ref, file)) : schema;
  }

  /** What the type that a schema refers to says of itself; its own values are shown where it is plain. */
  #ofTarget(target: SchemaAt): Notes {
    const notes = this.read(target);
    const kinds = kindsOf(target.schema, target.file, this.references);
    const isPlain = !kinds.includes('object') && !kinds.includes('array');
    if (isPlain) return { ...notes, standsFor: notes.standsFor || plainSentence(target.schema, kinds) };
    return notes === emptyNotes ? notes : { ...notes, default: undefined, examples: [] };
  }

  /** The only alternative beside `null` says what holds for the value. */
  #ofAlternatives(branches: readonly SchemaAt[]): Notes {
    const isNull = ({ schema, file }: SchemaAt): boolean =>
      kindsOf(schema, file, this.references).every((kind) => kind === 'null');
    const all = branches.filter((branch) => !isNull(branch)).map((branch) => this.read(branch));
    const [only = emptyNotes, ...others] = all;
    if (others.length === 0) return only;
    const hasConditions = ({ isInteger, conditions }: Notes): boolean =>
      isInteger || conditions.some((condition) => condition !== noOtherProperties);
    const isSecret = all.some((notes) => notes.isSecret);
    if (!isSecret && !all.some(hasConditions)) return emptyNotes;
    const sentence = 'Its alternatives have conditions of their own, checked at run time.';
    return { ...emptyNotes, isSecret, conditions: all.some(hasConditions) ? [sentence] : [] };
  }

  /** What holds for one item, in a sentence on the list. */
  #ofItem(site: SchemaAt, label: string): Notes {
    const { description, isInteger, conditions, isSecret } = new NotesReader(this.references).read(site);
    const sentences = [description.replaceAll(/\s+/g, ' '), isInteger ? 'Integer.' : '', ...conditions];
    const text = sentences.filter((sentence) => sentence !== '').join(' ');
    if (text === '' && !isSecret) return emptyNotes;
    return { ...emptyNotes, isSecret, conditions: text === '' ? [] : [`${label}: ${text}`] };
  }
}

/** Says which plain values a schema admits. */
function plainSentence(schema: JsonSchema, kinds: readonly ValueKind[]): string {
  const values =
    typeof schema === 'boolean'
      ? undefined
      : (schema.enum ?? (schema.const === undefined ? undefined : [schema.const]));
  const labels = values?.map((value) => codeSpan(JSON.stringify(value))) ?? kinds;
  if (labels.length === 0) return '';
  const list = labels.join(values === undefined ? ' or ' : ', ');
  return values === undefined
    ? `${list.charAt(0).toUpperCase()}${list.slice(1)}.`
    : `${labels.length > 1 ? 'One of' : 'Always'} ${list}.`;
}
