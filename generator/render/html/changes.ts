import type { Model } from '../../model/model.js';
import { prose } from './prose.js';
import type { Content } from './markup.js';

/** What the changelog says of the catalog's version; nothing where it has no section of that version. */
export function changesOf({ changelog, settings: { version } }: Model): Content {
  const sections = changelog.split(/^(?=## )/m);
  const own = sections.find((section) => /^## +\[?(\d[^\]\s]*)/.exec(section)?.[1] === version);
  return own && prose(own.replace(/^.*/, '').trim());
}
