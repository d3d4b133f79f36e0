import type { Schema, SchemaObject as LinkedSchema } from '../../templates/typescript/src/validators/runtime/schema.js';
import type { Catalog } from '../catalog/catalog.js';
import { rootSites, type ObjectSchemaSite, type SchemaSite } from '../catalog/schema-site.js';
import type { FilePlace } from '../load/source.js';
import { isInPlace, subschemas } from '../schema/keywords.js';
import { SchemaLinker, UnknownSchemaError } from '../schema/link.js';
import { invitesNames, partsOf } from './object-parts.js';

/** A name in `required` that its object does not list as a property. */
interface UnlistedName extends FilePlace {
  readonly name: string;
  /** Names of the properties that the object lists. */
  readonly listed: readonly string[];
  /** Whether the object allows no such property. */
  readonly isClosed: boolean;
  /** Whether some schema of the object invites names that it does not list, or may stand beside one that lists them. */
  readonly isInvited: boolean;
}

/** What a schema is a part of. */
interface Context {
  /** The schemas around it that are about the same value. */
  readonly around: readonly Schema[];
  /** Whether it may be only a part of what describes its object. */
  readonly isPart: boolean;
  /** Whether it is a condition or the like, which may name what no value has. */
  readonly isTentative: boolean;
}

const tentative: ReadonlySet<unknown> = new Set(['not', 'if', 'contains', 'propertyNames']);
const definitions: ReadonlySet<unknown> = new Set(['$defs', 'definitions']);

/** Finds names in `required` that no schema of the same object lists, or that one forbids; passes over flawed ones. */
export function unlistedNames(catalog: Catalog, flawed: ReadonlySet<unknown> = new Set()): UnlistedName[] {
  const found: UnlistedName[] = [];
  const linker = new SchemaLinker(catalog.references, flawed);
  const visit = ({ file, path, schema }: SchemaSite, { around, isPart, isTentative }: Context): void => {
    if (typeof schema === 'boolean') return;
    const own = [linker.link(schema, file), ...around];
    found.push(...namesIn({ file, path, schema }, { around: own, isPart, isTentative }));
    const isCompound = around.length > 0 || schema.$ref !== undefined || subschemas(schema).some(isInPlace);
    for (const inner of subschemas(schema)) {
      const [keyword] = inner.path;
      const isDefinition = definitions.has(keyword);
      const context = {
        around: isInPlace(inner) ? own : [],
        isPart: isPart || isDefinition || (isCompound && !isInPlace(inner)),
        isTentative: !isDefinition && (isTentative || tentative.has(keyword)),
      };
      visit({ file, path: [...path, ...inner.path], schema: inner.schema }, context);
    }
  };
  for (const site of rootSites(catalog))
    visit(site, { around: [], isPart: site.path.length === 0, isTentative: false });
  return found;
}

function namesIn({ file, path, schema }: ObjectSchemaSite, { around, isPart, isTentative }: Context): UnlistedName[] {
  const { required = [], properties } = schema;
  // Most schemas list what they require.
  const isListed = required.every((name) => Object.hasOwn(properties ?? {}, name));
  if (isListed || (isTentative && properties === undefined)) return [];
  try {
    const parts = partsOf(around, true);
    const listed = parts.flatMap((part) => Object.keys(part.properties ?? {}));
    const isInvited = (isPart && listed.length === 0) || parts.some(isInviting);
    const isClosed = partsOf(around, false).some(isClosedObject);
    return required.flatMap((name, index): UnlistedName[] =>
      listed.includes(name) ? [] : [{ file, path: [...path, 'required', index], name, listed, isClosed, isInvited }],
    );
  } catch (error) {
    if (error instanceof UnknownSchemaError) return [];
    throw error;
  }
}

/** Whether a schema forbids what none lists. Names that match a pattern are not looked at. */
function isClosedObject({ additionalProperties, unevaluatedProperties, patternProperties }: LinkedSchema): boolean {
  return (additionalProperties === false || unevaluatedProperties === false) && patternProperties === undefined;
}

function isInviting(schema: LinkedSchema): boolean {
  return (
    invitesNames(schema) || [schema.enum, schema.const, schema.patternProperties].some((each) => each !== undefined)
  );
}
