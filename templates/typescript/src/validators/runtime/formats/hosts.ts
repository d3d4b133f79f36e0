const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
const group = /^[\da-f]{1,4}$/i;

const hostname = /^(?=.{1,253}\.?$)[\da-z](?:[\da-z-]{0,61}[\da-z])?(?:\.[\da-z](?:[\da-z-]{0,61}[\da-z])?)*\.?$/i;
const mailLabel = '[\\da-z](?:[\\da-z-]*[\\da-z])?';
const mailAtom = "[\\w!#$%&'*+/=?^`{|}~-]+";
const email = new RegExp(`^${mailAtom}(?:\\.${mailAtom})*@(?:${mailLabel}\\.)+${mailLabel}$`, 'i');

/** An IPv4 address (RFC 2673, section 3.2). */
export const isIpv4 = (value: string): boolean => ipv4.test(value);

/** The name of a host (RFC 1123, section 2.1). */
export const isHostname = (value: string): boolean => hostname.test(value);

/** A mail address whose local part is not quoted (RFC 5321, section 4.1.2). */
export const isEmail = (value: string): boolean => email.test(value);

/** An IPv6 address (RFC 4291, section 2.2): eight groups, `::` for one or more, an IPv4 address for the last two. */
export function isIpv6(value: string): boolean {
  const halves = value.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const endsInIpv4 = isIpv4(last) && value.endsWith(last);
  if (endsInIpv4) groups.splice(-1, 1, '0', '0');
  if (!groups.every((each) => group.test(each))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}
