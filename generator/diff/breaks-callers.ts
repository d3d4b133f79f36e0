import type { Change } from './change-report.js';

/** Whether a change breaks callers while they are not changed themselves. */
export function breaksCallers({ sentBy, side }: Pick<Change, 'sentBy' | 'side'>): boolean {
  return sentBy === 'both' || (sentBy === 'callers') === (side === 'oldWriters');
}

/** Whether a change is that a message is gone: of a payload, a keyword breaks. */
export function isRemoval({ level, pointer }: Pick<Change, 'level' | 'pointer'>): boolean {
  return level === 'runtime-breaking' && pointer === '';
}
