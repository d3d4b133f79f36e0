import { isDate, isDateTime, isTime } from './dates.js';
import { isEmail, isHostname, isIpv4, isIpv6 } from './hosts.js';
import { isUri, isUriReference, isUriTemplate } from './uris.js';

/** A format as an assertion: it accepts every value of a type that it does not speak of. */
export type Format = (value: unknown) => boolean;

const text =
  (accepts: (value: string) => boolean): Format =>
  (value) =>
    typeof value !== 'string' || accepts(value);
const matching = (expression: RegExp): Format => text((value) => expression.test(value));
const number =
  (accepts: (value: number) => boolean): Format =>
  (value) =>
    typeof value !== 'number' || accepts(value);

/**
 * The formats that are asserted: those of ajv-formats. `password`, `binary`, `float`
 * and `double` accept every value, and so does any format that is not here.
 */
export const formats: ReadonlyMap<string, Format> = new Map([
  // RFC 3339, section 5.6, and ISO 8601, which allows a time without an offset
  ['date', text(isDate)],
  ['time', text((value) => isTime(value, true))],
  ['date-time', text((value) => isDateTime(value, true))],
  ['iso-time', text((value) => isTime(value, false))],
  ['iso-date-time', text((value) => isDateTime(value, false))],
  // RFC 3339, appendix A
  ['duration', matching(/^P(?=[\dT])(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/)],
  ['email', text(isEmail)],
  ['hostname', text(isHostname)],
  ['ipv4', text(isIpv4)],
  ['ipv6', text(isIpv6)],
  ['uri', text(isUri)],
  ['uri-reference', text(isUriReference)],
  ['uri-template', text(isUriTemplate)],
  // Of no standard: what others check under this name refuses hosts of private networks.
  ['url', text(isUri)],
  // RFC 9562, section 4
  ['uuid', matching(/^(?:urn:uuid:)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i)],
  // RFC 6901, and its relative form
  ['json-pointer', matching(/^(?:\/(?:[^~/]|~[01])*)*$/)],
  ['json-pointer-uri-fragment', matching(/^#(?:\/(?:[\w\-.!$&'()*+,;:=@]|%[\da-f]{2}|~[01])*)*$/i)],
  ['relative-json-pointer', matching(/^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/)],
  ['regex', text(isRegularExpression)],
  // RFC 4648, section 4; of a text in lines, one needs to fit
  ['byte', matching(/^(?:[\dA-Za-z+/]{4})*(?:[\dA-Za-z+/]{2}==|[\dA-Za-z+/]{3}=)?$/m)],
  ['int32', number((value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31)],
  ['int64', number((value) => Number.isInteger(value))],
]);

function isRegularExpression(value: string): boolean {
  // The anchor \Z of other dialects is read as a plain Z by this one.
  if (/[^\\]\\Z/.test(value)) return false;
  try {
    RegExp(value);
    return true;
  } catch {
    return false;
  }
}
