import { camelCase, constantCase, kebabCase, pascalCase } from 'change-case';

/** Whether a text can name a message, as `message.schema.json` says, or a shared type or a domain: kebab-case. */
export const isCatalogName = (text: string): boolean =>
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text) && text.length <= 100;

/** The placeholder for a name that cannot be derived. */
export const unnamed = 'unnamed';

/** The name that a text is nearest to, such as a message may have; {@link unnamed} where it is near none. */
export function likelyMessageName(text: string): string {
  return [text, kebabCase(text)].find(isCatalogName) ?? unnamed;
}

/**
 * Whether Windows keeps a file name for a device, whatever its extension, so that nobody can check such a file out there:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
 */
export const isDeviceName = (fileName: string): boolean => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i.test(fileName);

/**
 * Name of the package of a catalog that gives it none, such as `mesh-sync-client`: npm takes ASCII letters and digits, and
 * at most 214 characters.
 *
 * @param title - The catalog's title; what of it no such name can hold is left out.
 */
export function defaultPackageName(title: string): string {
  const ascii = title.normalize('NFKD').replaceAll(/[^\x00-\x7f]/g, '');
  const name = kebabCase(ascii).slice(0, 200).replace(/-$/, '');
  return `${name || 'worker'}-client`;
}

/** Environment variables that the client of a catalog reads that names none. */
export const defaultEnvironment = { baseUrl: 'WORKER_BACKEND_URL', apiKey: 'WORKER_BACKEND_API_KEY' } as const;

/** Name of the method that sends a message, such as `fileDownloadRequest`. */
export const methodName = (message: string): string => camelCase(message);

/** Key of a message in `MessageTypes`, such as `FILE_DOWNLOAD_REQUEST`. */
export const constantName = (message: string): string => constantCase(message);

/** Name of a message's payload type, such as `FileDownloadRequestMessage`. */
export const payloadTypeName = (message: string): string => `${pascalCase(message)}Message`;

/** Name of a shared type, such as `StorageLocation`. */
export const sharedTypeName = (type: string): string => identifier(pascalCase(type));

/**
 * Name of a type that a schema defines inside itself.
 *
 * @param owner - The message or shared type, as a type name without `Message`.
 * @param pointer - Leads from the schema's root to the definition; a leading `$defs` or `definitions` is left out.
 */
export function localTypeName(owner: string, pointer: readonly (string | number)[]): string {
  const isDefinition = pointer[0] === '$defs' || pointer[0] === 'definitions';
  const parts = isDefinition ? pointer.slice(1) : pointer;
  return identifier(owner + parts.map((part) => pascalWord(String(part))).join(''));
}

/**
 * A text as a part of a type's name. Letters of any script stay, as TypeScript allows; what an editor would not show does
 * not. A text of which nothing is left is named by its code points.
 */
function pascalWord(text: string): string {
  if (/^[\x00-\x7f]*[A-Za-z0-9][\x00-\x7f]*$/.test(text)) return pascalCase(text);
  const words =
    text
      .normalize('NFC')
      .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
      .match(/\p{ID_Continue}+/gu) ?? [];
  const letters = words.join('_').replaceAll(/_+(.?)/gu, (_, next: string) => next.toUpperCase());
  if (letters === '') return Array.from(text, (character) => `_${character.codePointAt(0)?.toString(16)}`).join('');
  return letters.replace(/^./u, (first) => first.toUpperCase());
}

/** Name of the constant that holds the schema of a type. */
export const schemaName = (type: string): string => `${type}Schema`;

/** Name of the function that checks payloads of a message, such as `validateFileDownloadRequest`. */
export const validatorName = (message: string): string => `validate${pascalCase(message)}`;

/** Name of a message's type guard, such as `isFileDownloadRequest`. */
export const guardName = (message: string): string => `is${pascalCase(message)}`;

/** Name of the tolerant variant of a type, for what is read. */
export const receivedTypeName = (type: string): string => `Received${type}`;

/** The names in a text, separated by white space. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/**
 * Members that every JavaScript object inherits. TypeScript measures an object without a property of such a name by the
 * inherited member, so a type in which that property is optional has to admit the member too.
 */
export const inheritedMembers = namesIn(`
  constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf
`);

function identifier(text: string): string {
  const cleaned = text.replaceAll(/[^\p{ID_Continue}$]/gu, '');
  return /^[\p{ID_Start}_$]/u.test(cleaned) ? cleaned : `_${cleaned}`;
}

/**
 * Names that the emitted package uses itself: what its root exports, and the globals that its types mention. No type of a
 * catalog may take one.
 */
export const reservedTypeNames = namesIn(`
  WorkerClient WorkerClientLike JobSender PortableWorkerClient PortableJobSender WaitingClient SendingClient
  ClientLike JobCall MessageTypes MessageType MessagePayloads ReceivedPayloads MessageOutcomes OutcomeOf
  WorkerClientConfig ResolvedConfiguration WorkerClientError WorkerClientErrorDetails ConfigurationError
  ConnectionError DeadlineExceededError HttpError InvalidArgumentError InvalidResponseError JobFailedError
  JobNotFoundError JobRemovedError OutcomeUnknownError RequestAbortedError TimeoutError UnsupportedByBackendError
  ValidationError ShownRequest ShownResponse CallSignal Clock ErrorEvent Fetch FetchRequest FetchResponse
  FinishedJob Hooks HttpAgent JobProgress JobResponse JobSnapshot JobSnapshots JobState JobStatus JobsToSend
  JobToSend Logger RequestEvent RequestOptions ResponseEvent RetryBudgetOptions RetryEvent SendAllOptions
  SendOptions SendResult StatusData Transport TransportRequest TransportResponse Validate ValidationProblem
  WaitOptions WatchOptions WithResponse sendAll waitFor watch
  Array Promise Object String Number Boolean Symbol
`);

/** Members that `WorkerClient` has by itself or inherits: no message's method may take one of these names. */
export const reservedMethodNames: ReadonlySet<string> = new Set([
  ...namesIn(`
    constructor sendToQueue getJobStatus waitForJob waitFor watch sendAll cancelJob close createTransport platformHeaders
    prototype toJSON then
  `),
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** Checks that the emitted package has for all messages together: no message's own may take one of these names. */
export const reservedValidatorNames: ReadonlySet<string> = new Set(['validateMessage']);
