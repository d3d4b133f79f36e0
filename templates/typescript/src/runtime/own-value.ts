/**
 * A property of an object, its class's too, but not one that somebody put on every object of the program: a polluted
 * `Object.prototype.baseUrl` would send the API key away.
 *
 * @param object - The object; `undefined` has no property.
 * @param name - Name of the property.
 */
export function ownValue<Given extends object, Name extends keyof Given>(
  object: Given | undefined,
  name: Name,
): Given[Name] | undefined {
  if (object && (Object.hasOwn(object, name) || !Object.hasOwn(Object.prototype, name))) return object[name];
  return undefined;
}
