import { camelCase, constantCase, pascalCase } from 'change-case';

/** Whether a text can be the name of a message: kebab-case, as `message.schema.json` says. */
export const isMessageName = (text: string): boolean =>
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text) && text.length <= 100;

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
 * @param pointer - Leads from the schema's root to the definition; a leading `$defs` is not told.
 */
export function localTypeName(owner: string, pointer: readonly (string | number)[]): string {
  const told = pointer[0] === '$defs' ? pointer.slice(1) : pointer;
  return identifier(owner + told.map((part) => pascalCase(String(part))).join(''));
}

/** Name of the tolerant variant of a type, for what is read. */
export const receivedTypeName = (type: string): string => `Received${type}`;

/**
 * Members that every JavaScript object inherits. TypeScript measures an object without a property of such a name by the
 * inherited member, so a type in which that property is optional has to admit the member too.
 */
export const inheritedMembers: ReadonlySet<string> = new Set([
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]);

function identifier(text: string): string {
  const cleaned = text.replaceAll(/[^A-Za-z0-9_$]/g, '');
  return /^[A-Za-z_$]/.test(cleaned) ? cleaned : `_${cleaned}`;
}

/**
 * Names that the emitted package uses itself: what its root exports, and the globals that its types mention. No type of a
 * catalog may take one.
 */
export const reservedTypeNames: ReadonlySet<string> = new Set([
  'WorkerClient',
  'MessageTypes',
  'MessageType',
  'MessagePayloads',
  'ReceivedPayloads',
  'MessageOutcomes',
  'OutcomeOf',
  'WorkerClientConfig',
  'WorkerClientError',
  'WorkerClientErrorDetails',
  'ConfigurationError',
  'ConnectionError',
  'HttpError',
  'InvalidArgumentError',
  'InvalidResponseError',
  'RequestAbortedError',
  'TimeoutError',
  'CallSignal',
  'Fetch',
  'FetchRequest',
  'FetchResponse',
  'JobResponse',
  'JobSnapshot',
  'JobState',
  'JobStatus',
  'RequestOptions',
  'QueueClient',
  'StatusData',
  'Validate',
  'ValidationError',
  'ValidationProblem',
  'Array',
  'Promise',
  'Object',
  'String',
  'Number',
  'Boolean',
  'Symbol',
]);

/** Members that `WorkerClient` has by itself or inherits: no message's method may take one of these names. */
export const reservedMethodNames: ReadonlySet<string> = new Set([
  'constructor',
  'sendToQueue',
  'getJobStatus',
  'prototype',
  'toJSON',
  'then',
  ...Object.getOwnPropertyNames(Object.prototype),
]);
