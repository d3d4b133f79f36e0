import { methodName, reservedMethodNames } from '../../names.js';
import { namedMessages } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** A method of that name would replace one that the client needs. */
export const freeMethodName: Rule = {
  id: 'free-method-name',
  sentence: "No message takes the name of one of the client's own members.",
  check(catalog, report) {
    for (const { file, name } of namedMessages(catalog)) {
      const method = methodName(name);
      if (!reservedMethodNames.has(method)) continue;
      const message = `The client has a member ${method} of its own: choose another name, such as ${name}-request.`;
      report(file, ['name'], message);
    }
  },
};
