import { methodName, reservedMethodNames } from '../../names.js';
import { freeName } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** A method of that name would replace one that the client needs. */
export const freeMethodName: Rule = {
  id: 'free-method-name',
  sentence: "No message takes the name of one of the client's own members.",
  check: freeName(methodName, reservedMethodNames, 'The client has a member'),
};
