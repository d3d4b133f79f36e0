import { methodName, reservedMethodNames, reservedValidatorNames, validatorName } from '../../names.js';
import { namedMessages } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** What is made of the message would replace what the package needs. */
export const freeMethodName: Rule = {
  id: 'free-method-name',
  sentence: "No message takes the name of one of the client's own members, or that of the validator for all messages.",
  check({ catalog }, report) {
    for (const { file, name } of namedMessages(catalog)) {
      const [method, validator] = [methodName(name), validatorName(name)];
      const at = { file, path: ['name'] };
      const advice = `of its own: choose another name, such as ${name}-request.`;
      if (reservedMethodNames.has(method)) report(at, `The client has a member ${method} ${advice}`);
      if (reservedValidatorNames.has(validator)) report(at, `The package has a function ${validator} ${advice}`);
    }
  },
};
