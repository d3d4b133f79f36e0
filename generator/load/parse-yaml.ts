import { parseFullYaml } from './full-yaml.js';
import { readPlainYaml } from './plain-yaml/plain-yaml.js';
import type { ParsedYaml } from './source.js';

/**
 * Reads the part of YAML 1.2 that is JSON with comments: no anchors and aliases, no tags, no directives, no merge keys,
 * one document. Each of those means different things to different readers, and none is needed for a schema.
 *
 * @param text - YAML or JSON.
 */
export function parseYaml(text: string): ParsedYaml {
  const value = readPlainYaml(text);
  return value === undefined ? parseFullYaml(text) : { value, problems: [] };
}
