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
const vague: ReadonlySet<string> = new Set('schema index payload message main default root body'.split(' '));

/** Latin letters that are no other letter with a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** A name in kebab-case, as near as can be to a text, of an address to its last part; `undefined` where none can be made. */
export function catalogName(text: string): string | undefined {
  const path = text.split(/[?#]/)[0]?.split('/') ?? [];
  const last = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? (path.findLast((part) => part !== '') ?? '') : text;
  const latin = last
    .replace(/(?:\.schema)?\.(?:json|ya?ml|schema)$/i, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x00-\x7f]/g, (letter) => letters[letter.toLowerCase()] ?? ' ');
  const name = kebabCase(latin)
    .replaceAll(/[^a-z\d]+/g, '-')
    .replace(/^[\d-]+(?=[a-z])/, '')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '');
  return isCatalogName(name) && !isDeviceName(name) ? name : undefined;
}

/** Gives out names for messages and types, each once, and none that the emitted package has itself. */
export class NameRegister {
  readonly #taken = new Set<string>([
    ...[...reservedTypeNames].map((name) => `type ${name}`),
    ...[...reservedMethodNames].map((name) => `method ${name}`),
    ...[...reservedValidatorNames].map((name) => `validator ${name}`),
  ]);

  /** The first of some texts that makes a name which says something; with a number behind it where it is taken. */
  message(texts: readonly string[]): string {
    return this.#choose(texts, 'message', (name) => [
      `type ${payloadTypeName(name)}`,
      `message ${name}`,
      `method ${methodName(name)}`,
      `constant ${constantName(name)}`,
      `validator ${validatorName(name)}`,
    ]);
  }

  /** The same for a shared type. */
  type(texts: readonly string[]): string {
    return this.#choose(texts, 'type', (name) => [`type ${sharedTypeName(name)}`, `file ${name}`]);
  }

  #choose(texts: readonly string[], kind: string, claims: (name: string) => readonly string[]): string {
    const names = texts.flatMap((text) => catalogName(text) ?? []);
    const [best = kind] = [...names.filter((name) => !vague.has(name)), ...names];
    for (let number = 1; ; number += 1) {
      const name = `${best}${number > 1 ? `-${kind}` : ''}${number > 2 ? `-${number}` : ''}`;
      const claimed = claims(name);
      if (claimed.some((claim) => this.#taken.has(claim) || claim.startsWith('type Received'))) continue;
      for (const claim of claimed) this.#taken.add(claim);
      return name;
    }
  }
}
