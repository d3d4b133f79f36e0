import type { Sender } from '../../catalog/catalog.js';
import { inside, objectAt } from '../references.js';
import type { Location } from '../source-document.js';

/** Who writes a message, as documents that this program generated say in `x-message`; `undefined` in others. */
export function statedSender(place: Location): Sender | undefined {
  const { sentBy } = objectAt(inside(place, 'x-message'));
  return sentBy === 'callers' || sentBy === 'workers' || sentBy === 'both' ? sentBy : undefined;
}
