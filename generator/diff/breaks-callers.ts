import type { Bump, Change } from './change-report.js';

/** Whether a change breaks callers while they are not changed themselves. */
export function breaksCallers({ sentBy, side }: Pick<Change, 'sentBy' | 'side'>): boolean {
  return sentBy === 'both' || (sentBy === 'callers') === (side === 'oldWriters');
}

/** What a change needs of a new version: `major` where users of the package break and no waiver admits it. */
export function bumpOf(change: Change): Bump {
  if (change.level === 'safe') return 'none';
  const isMajor = change.snippet !== undefined || breaksCallers(change);
  return isMajor && change.waived === undefined ? 'major' : 'minor';
}

/** Whether a change is that a message is gone: of a payload, a keyword breaks. */
export function isRemoval({ level, pointer }: Pick<Change, 'level' | 'pointer'>): boolean {
  return level === 'runtime-breaking' && pointer === '';
}
