import { meantKeyword, unknownKeywords } from '../other-dialects.js';
import { eachSchema, type Rule } from '../rule.js';

/** A misspelt keyword has no effect. */
export const knownKeyword: Rule = {
  id: 'known-keyword',
  sentence: 'Every key is one that its place knows; in a schema, none is one or two letters away from a known one.',
  check: eachSchema((schema, report) => {
    for (const name of unknownKeywords(schema)) {
      const meant = meantKeyword(name);
      const message = `${JSON.stringify(name)} is not known here. Did you mean "${meant}"?`;
      if (meant !== undefined) report([name], message, 'key');
    }
  }),
};
