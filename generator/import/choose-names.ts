import { kebabCase } from 'change-case';
import {
  constantName,
  isCatalogName,
  isDeviceName,
  methodName,
  payloadTypeName,
  reservedMethodNames,
  reservedTypeNames,
  reservedValidatorNames,
  sharedTypeName,
  validatorName,
} from '../names.js';

/** Names that say nothing of what they name. */
const vague: ReadonlySet<string> = new Set([
  'schema',
  'index',
  'payload',
  'message',
  'main',
  'default',
  'root',
  'body',
]);

/**
 * A name in kebab-case, as near to a text as can be; `undefined` where nothing of it can be in a name.
 *
 * @param text - A file's name, a key, a title, or an address whose last part counts.
 */
export function catalogName(text: string): string | undefined {
  const last = /^[a-z][a-z\d+.-]*:\/\//i.test(text)
    ? (text
        .split(/[?#]/)[0]
        ?.split('/')
        .findLast((part) => part !== '') ?? '')
    : text;
  const stem = last.replace(/(?:\.schema)?\.(?:json|ya?ml|schema)$/i, '');
  const ascii = stem.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const words = kebabCase(ascii.replaceAll(/[^\x00-\x7f]/g, ' ')).replaceAll(/[^a-z\d]+/g, '-');
  const name = words
    .replace(/^[\d-]+(?=[a-z])/, '')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '');
  return isCatalogName(name) && !isDeviceName(name) ? name : undefined;
}

/** Gives out names for messages and types, each once, and none that the emitted package has itself. */
export class NameRegister {
  readonly #taken = new Set<string>();

  /** The first of some texts that makes a name which says something; with a number behind it where it is taken. */
  message(texts: readonly string[]): string {
    return this.#choose(texts, 'message', (name) => {
      const method = methodName(name);
      if (reservedMethodNames.has(method) || reservedValidatorNames.has(validatorName(name))) return undefined;
      return [`type ${payloadTypeName(name)}`, `message ${name}`, `method ${method}`, `constant ${constantName(name)}`];
    });
  }

  /** The same for a shared type. */
  type(texts: readonly string[]): string {
    return this.#choose(texts, 'type', (name) => [`type ${sharedTypeName(name)}`, `file ${name}`]);
  }

  #choose(texts: readonly string[], kind: string, claims: (name: string) => readonly string[] | undefined): string {
    const names = texts.map(catalogName).filter((name) => name !== undefined);
    const [best = kind] = [...names.filter((name) => !vague.has(name)), ...names];
    for (let number = 1; ; number += 1) {
      const name = `${best}${number > 1 ? `-${kind}` : ''}${number > 2 ? `-${number}` : ''}`;
      const claimed = claims(name);
      if (claimed === undefined || claimed.some((each) => this.#taken.has(each) || this.#isReserved(each))) continue;
      for (const each of claimed) this.#taken.add(each);
      return name;
    }
  }

  #isReserved(claim: string): boolean {
    const [kind, name = ''] = claim.split(' ');
    return kind === 'type' && (reservedTypeNames.has(name) || name.startsWith('Received'));
  }
}
