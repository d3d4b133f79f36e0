import type { Model } from '../../model/model.js';
import { html, type Content } from './markup.js';
import { prose } from './prose.js';

/** What the changelog says of the catalog's version, folded; nothing where it has no section of that version. */
export function changesOf({ changelog, settings: { version } }: Model): Content {
  const sections = changelog.split(/^(?=## )/m);
  const own = sections.find((section) => /^## +\[?(\d[^\]\s]*)/.exec(section)?.[1] === version);
  if (own === undefined) return '';
  return html`<details class="changes" id="changes">
    <summary>What changed in ${version}</summary>
    <div class="prose">${prose(own.replace(/^.*/, '').trim())}</div>
  </details>`;
}
