import { expect, it } from 'vitest';
import { suggestMessages } from './suggest-messages.js';

const names = ['file-download-completed', 'file-download-request', 'file-zip-request', 'ping', 'scan-found'];
const many = ['1', '2', '3', '4', '5', '6'].map((number) => `model-${number}`);

it.each([
  ['file-zip', names, ' Did you mean "file-zip-request"?'],
  ['download', names, ' Did you mean "file-download-completed" or "file-download-request"?'],
  ['file', names, ' Did you mean "file-download-completed", "file-download-request" or "file-zip-request"?'],
  ['fileDownload', names, ' Did you mean "file-download-completed" or "file-download-request"?'],
  ['FILE_ZIP', names, ' Did you mean "file-zip-request"?'],
  ['file-zip-requets', names, ' Did you mean "file-zip-request"?'],
  ['pong', names, ' Did you mean "ping"?'],
  ['model', many, ' 6 names contain it, such as "model-1", "model-2", "model-3", "model-4" and "model-5".'],
  ['ping', ['camping-found', 'new-ping', 'ping-found'], ' Did you mean "ping-found", "new-ping" or "camping-found"?'],
  ['unheard-of', names, ''],
  ['--', names, ''],
  ['', names, ''],
  ['ping', [], ''],
])('%j', (word, known, want) => {
  expect(suggestMessages(word, known)).toBe(want);
});
