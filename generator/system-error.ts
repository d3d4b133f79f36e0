import { getSystemErrorMap } from 'node:util';

/** Code of an error of the operating system, such as `ENOENT`; `undefined` for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined;
}

/** Why the operating system refused, in words and as its code, such as `permission denied, EACCES`. */
export function systemErrorReason(error: unknown): string {
  const number = error instanceof Error && 'errno' in error ? Number(error.errno) : 0;
  const [code = systemErrorCode(error), words] = getSystemErrorMap().get(number) ?? [];
  return [words, code].filter((part) => part !== undefined).join(', ') || 'unknown reason';
}

/** What to do where something cannot be read, such as `check its permissions`. */
export function systemErrorRemedy(error: unknown): string {
  const code = systemErrorCode(error) ?? '';
  if (['EMFILE', 'ENFILE'].includes(code)) return 'raise the limit of open files (ulimit -n)';
  return ['EACCES', 'EPERM'].includes(code) ? 'check its permissions' : 'see to it that it can be read';
}

/** The path that an error of the operating system is about, of an operation with two the second; `undefined` where it names none. */
export function systemErrorPath(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { path, dest = path } = error as { readonly path?: unknown; readonly dest?: unknown };
  return dest === undefined ? undefined : String(dest);
}
