import { hostileFiles } from './files.js';
import type { HostileCase } from './hostile-case.js';
import { hostileNames } from './names.js';
import { hostileSchemas } from './schemas.js';
import { hostileSettings } from './settings.js';
import { hostileTexts } from './texts.js';
import { hostileTypes } from './types.js';

/** Every case, in the order of the modules that hold them. */
export const corpus: readonly HostileCase[] = [
  ...hostileTexts,
  ...hostileNames,
  ...hostileSchemas,
  ...hostileTypes,
  ...hostileFiles,
  ...hostileSettings,
];
