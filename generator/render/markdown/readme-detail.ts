import type { PageView } from './pages.js';

/** How much a README tells of the messages: all of it, no fields, only their names, or only where their pages are. */
export type ReadmeDetail = 'fields' | 'methods' | 'names' | 'none';

/** What the README tells of a message. */
interface ToldMessage {
  readonly name: string;
  readonly method: string;
  readonly page: PageView;
}

/** Registries cut a README at 64 KB; what the messages do not take is left to the other sections. */
const mostBytes = 50_000;

/**
 * Chooses the most that a README can tell of all messages within the size that registries show.
 *
 * @param messages - All messages of the package.
 */
export function readmeDetail(messages: readonly ToldMessage[]): ReadmeDetail {
  const sizes = messages.map(({ name, method, page }) => {
    const names = name.length * 2 + 12;
    const methods = names + name.length * 2 + method.length * 2 + page.summary.length + 90;
    const rows = page.ownFields.map(
      (field) => Buffer.byteLength(field.name + field.type + field.required + field.meaning) + 10,
    );
    return { names, methods, fields: methods + rows.reduce((sum, size) => sum + size, 60) };
  });
  const fits = (detail: 'fields' | 'methods' | 'names'): boolean =>
    sizes.reduce((sum, size) => sum + size[detail], 0) <= mostBytes;
  return (['fields', 'methods', 'names'] as const).find(fits) ?? 'none';
}
