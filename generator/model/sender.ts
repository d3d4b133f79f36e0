import type { MessageDefinition, Sender } from '../catalog/catalog.js';

/** Who writes a message, in words. */
export const senderNames: Readonly<Record<Sender, string>> = {
  callers: 'callers',
  workers: 'workers',
  both: 'callers and workers',
};

/** Who writes a message: as it says itself, else as its own links, those of others to it (`isNamed`) and its name say. */
export function senderOf({ name, outcome, emits, sentBy }: MessageDefinition, isNamed: boolean): Sender {
  if (sentBy !== undefined) return sentBy;
  if (isNamed) return 'workers';
  return outcome !== undefined || emits.length > 0 || name.endsWith('-request') ? 'callers' : 'both';
}
