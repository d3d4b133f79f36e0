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

function matches(expression: RegExp, value: string): boolean {
  const match = expression.exec(value);
  if (match === null) return false;
  const literal = match[1];
  return literal === undefined || isIpv6(literal) || /^v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+$/i.test(literal);
}
