import { reservedValidatorNames, validatorName } from '../../names.js';
import { freeName } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** Two functions of one name cannot stand in one module. */
export const freeValidatorName: Rule = {
  id: 'free-validator-name',
  sentence: "No message's validator takes the name of the one for all messages.",
  check: freeName(validatorName, reservedValidatorNames, 'The package has a function'),
};
