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

/** The path that was to be changed, of an operation with two the second; `undefined` where an error names none. */
export function systemErrorTarget(error: unknown): string | undefined {
  return error instanceof Error && 'dest' in error ? String(error.dest) : systemErrorPath(error);
}

/** The path that an error of the operating system is about; `undefined` where it names none. */
export function systemErrorPath(error: unknown): string | undefined {
  return error instanceof Error && 'path' in error ? String(error.path) : undefined;
}
