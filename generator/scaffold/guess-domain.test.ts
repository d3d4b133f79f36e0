import { describe, expect, it } from 'vitest';
import { guessDomain } from './guess-domain.js';

const messages = [
  { name: 'file-download-request', domain: 'file' },
  { name: 'file-download-completed', domain: 'file' },
  { name: 'file-vectorize-request', domain: 'vectors' },
  { name: 'model-analytics-request', domain: 'analytics' },
  { name: 'model-render-request', domain: 'model' },
  { name: 'model-render-completed', domain: 'model/render' },
  { name: 'ping', domain: '' },
];

describe('guessDomain', () => {
  it.each([
    { what: 'most shared words', name: 'file-vectorize-completed', want: 'vectors' },
    { what: 'most messages among equals', name: 'file-zip-request', want: 'file' },
    { what: 'the first by name among equally many', name: 'model-cut-request', want: 'analytics' },
    { what: 'more words before more messages', name: 'model-render-started', want: 'model' },
    { what: 'whole words only', name: 'files-zip-request', want: 'files' },
    { what: 'words from the start only', name: 'zip-file-request', want: 'zip' },
    { what: 'a message in no folder', name: 'ping-request', want: '' },
    { what: 'a longer name than any', name: 'file-download-request-again', want: 'file' },
  ])('$what: $name', ({ name, want }) => {
    expect(guessDomain(name, messages)).toBe(want);
  });

  it('takes the first word in an empty catalog', () => {
    expect(guessDomain('file-zip-request', [])).toBe('file');
  });
});
