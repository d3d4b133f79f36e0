import { isIpv6 } from './hosts.js';

const escape = '%[\\da-f]{2}';
const scheme = '[a-z][\\da-z+\\-.]*:';

/**
 * The grammar of RFC 3986, appendix A. The address in the brackets of an IP literal is captured, to be looked at by itself.
 *
 * @param start - How the scheme may stand.
 * @param quote - A character that names and paths may hold besides those of the RFC.
 * @param needsPath - Whether something must follow the scheme.
 */
function grammar(start: string, quote: string, needsPath: boolean): RegExp {
  const named = `(?:[\\w\\-.~!$&'${quote}()*+,;=]|${escape})`;
  const segment = `(?:[\\w\\-.~!$&'${quote}()*+,;=:@]|${escape})`;
  const rest = `(?:[\\w\\-.~!$&'${quote}()*+,;=:@/?]|${escape})*`;
  const user = `(?:(?:[\\w\\-.~!$&'()*+,;=:]|${escape})*@)?`;
  const authority = `\\/?\\/${user}(?:\\[([^\\]]*)\\]|${named}*)(?::\\d*)?(?:\\/${segment}*)*`;
  const rootless = `${segment}+(?:\\/${segment}*)*`;
  const path = `(?:${authority}|\\/(?:${rootless})?|${rootless})${needsPath ? '' : '?'}`;
  return new RegExp(`^${start}${path}(?:\\?${rest})?(?:#${rest})?$`, 'i');
}

const uri = grammar(scheme, '', true);
// ajv-formats lets a double quote pass in references, and so does this.
const reference = grammar(`(?:${scheme})?`, '"', false);

/** A URI: absolute, with a scheme (RFC 3986). */
export const isUri = (value: string): boolean => matches(uri, value);

/** A URI or a relative reference (RFC 3986, section 4.1). */
export const isUriReference = (value: string): boolean => matches(reference, value);

const variable = `(?:\\w|${escape})+(?::[1-9]\\d{0,3}|\\*)?`;
const template = new RegExp(
  `^(?:[^\\x00-\\x20"'<>%\\\\^\`{|}]|${escape}|\\{[+#./;?&=,!@|]?${variable}(?:,${variable})*\\})*$`,
  'i',
);

/** A URI template (RFC 6570). */
export const isUriTemplate = (value: string): boolean => template.test(value);

const letter = '[\\da-z\\u{a1}-\\u{ffff}]';
const label = `(?:${letter}+-)*${letter}+`;
const domain = `${label}(?:\\.${label})*\\.[a-z\\u{a1}-\\u{ffff}]{2,}`;
const inside =
  '(?:10|127)(?:\\.\\d{1,3}){3}|(?:169\\.254|192\\.168)(?:\\.\\d{1,3}){2}|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}';
const first = '(?:[1-9]\\d?|1\\d\\d|2[01]\\d|22[0-3])';
const middle = '(?:\\.(?:1?\\d{1,2}|2[0-4]\\d|25[0-5])){2}';
const last = '\\.(?:[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-4])';
const url = new RegExp(
  `^(?:https?|ftp):\\/\\/(?:\\S+@)?(?:(?!${inside})${first}${middle}${last}|${domain})(?::\\d{2,5})?(?:\\/\\S*)?$`,
  'iu',
);

/** The URL of a public web or FTP server: a domain with a top level, or an IPv4 address outside the private ranges. */
export const isUrl = (value: string): boolean => url.test(value);

function matches(expression: RegExp, value: string): boolean {
  const match = expression.exec(value);
  if (match === null) return false;
  const literal = match[1];
  return literal === undefined || isIpv6(literal) || /^v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+$/i.test(literal);
}
