import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaffoldFolder } from '../installation.js';
import { compileTemplate } from '../render/compile-template.js';

/** What the text of a new message says. */
export interface NewMessage {
  readonly name: string;
  /** First line, naming the schema for editors; empty where there is none to name. */
  readonly modeline: string;
  /** Of a request, the message that reports the end of its job; empty where there is none. */
  readonly outcome?: string;
  /** Of an outcome, the message that asks for the job. */
  readonly request?: string;
}

/** A name without the word that says what kind of message it is. */
export function subjectOf(name: string): string {
  return name.replace(/-(?:request|completed|event)$/, '');
}

/** The file of a new message: valid, and true of any message of its kind, until someone says more. */
export function messageText(kind: 'request' | 'outcome' | 'event', message: NewMessage): string {
  const template = readFileSync(join(scaffoldFolder, `messages/${kind}.yaml.hbs`), 'utf8');
  return compileTemplate(template)({ ...message, subject: subjectOf(message.name) });
}
