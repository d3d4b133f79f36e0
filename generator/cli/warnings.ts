import { formatDiagnostics } from '../diagnostics/format.js';
import type { GenerateResult } from '../generate.js';
import { screenOf } from '../text/screen.js';

/**
 * Says what could be better in the catalog, for standard error.
 *
 * @param result - What a run did.
 * @param folder - Paths are told relative to it.
 */
export function warnings({ diagnostics }: GenerateResult, folder: string): string {
  const text = formatDiagnostics(diagnostics, 'pretty', folder, { screen: screenOf(process.stderr) });
  return text === '' ? '' : `${text}\n`;
}
