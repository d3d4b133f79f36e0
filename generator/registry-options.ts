/**
 * Options that make npm take a package from a registry, or bring it there: those of its scope too, since settings for a scope
 * come before `--registry`.
 */
export function registryOptions(name: string, url: string): readonly string[] {
  const scope = name.startsWith('@') ? [`--${name.slice(0, name.indexOf('/'))}:registry=${url}`] : [];
  return [`--registry=${url}`, ...scope];
}
