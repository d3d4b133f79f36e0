import { reservedValidatorNames, validatorName } from '../../names.js';
import { namedMessages } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** Two functions of one name cannot stand in one module. */
export const freeValidatorName: Rule = {
  id: 'free-validator-name',
  sentence: "No message's validator takes the name of the one for all messages.",
  check(catalog, report) {
    for (const { file, name } of namedMessages(catalog)) {
      const validator = validatorName(name);
      if (!reservedValidatorNames.has(validator)) continue;
      const message = `The package has a function ${validator} of its own: choose another name, such as ${name}-request.`;
      report(file, ['name'], message);
    }
  },
};
