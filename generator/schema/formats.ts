import { formats } from '../../templates/typescript/src/validators/runtime/formats/formats.js';

/** Whether a text has a format, as emitted validators check it. */
export function hasFormat(name: string, text: string): boolean {
  return formats.get(name)?.(text) ?? true;
}

/** Formats of JSON Schema 2020-12 (Validation, section 7.3). */
const jsonSchemaFormats =
  'date date-time duration email hostname idn-email idn-hostname ipv4 ipv6 iri iri-reference json-pointer regex relative-json-pointer time uri uri-reference uri-template uuid';

/** Formats of the OpenAPI format registry (https://spec.openapis.org/registry/format/) that 2020-12 does not name. */
const openApiFormats =
  'base64url binary byte char commonmark date-time-local decimal decimal128 double double-int float html http-date int8 int16 int32 int64 media-range password sf-binary sf-boolean sf-decimal sf-integer sf-string sf-token time-local uint8 uint16 uint32 uint64 unixtime';

/** Formats that ajv-formats knows besides. */
const otherFormats = 'iso-date-time iso-time json-pointer-uri-fragment url';

/** Formats that somebody knows; emitted validators check some of them. */
export const standardFormats: ReadonlySet<string> = new Set(
  [jsonSchemaFormats, openApiFormats, otherFormats].flatMap((names) => names.split(' ')),
);
