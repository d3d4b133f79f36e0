import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogSettings } from '../catalog/catalog.js';
import { licencesFolder } from '../installation.js';
import { escapeInvisible } from '../text/escape.js';
import type { PlainText } from './rendered.js';

/** Licences of which a file has the terms. */
const known: ReadonlySet<string> = new Set(['ISC', 'MIT']);

/** Name of the package's licence file: what the licence says, or `LICENSE`. */
export function licenceFileName({ package: { license } }: CatalogSettings): string {
  return /^SEE LICENSE IN (.+)$/.exec(license)?.[1] ?? 'LICENSE';
}

/** The text of the package's LICENSE file, without a final line break. */
export function licenceText({ package: { author, license, licenseText } }: CatalogSettings): PlainText {
  if (licenseText !== undefined) return licenseText.trimEnd() as PlainText;
  const holder = escapeInvisible(author).replaceAll(/\s+/g, ' ');
  const notice = `Copyright (c) ${holder}`;
  if (license === 'UNLICENSED') return `${notice}\n\nAll rights reserved.` as PlainText;
  if (!known.has(license))
    return `${notice}\n\nSPDX-License-Identifier: ${license}\n\nIts terms: https://spdx.org/licenses/` as PlainText;
  const terms = readFileSync(join(licencesFolder, `${license}.txt`), 'utf8').trimEnd();
  return `${license} License\n\n${notice}\n\n${terms}` as PlainText;
}
