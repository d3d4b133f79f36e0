import { describe, expect, it } from 'vitest';
import { messageFile, modelOf } from '../testing/catalog.js';

const object = { type: 'object' };

describe('buildModel', () => {
  it('names what a message becomes', () => {
    const [message] = modelOf({
      'messages/file/file-download-request.yaml': messageFile('file-download-request', object),
    }).messages;
    expect(message).toMatchObject({
      name: 'file-download-request',
      source: 'messages/file/file-download-request.yaml',
      domain: 'file',
      method: 'fileDownloadRequest',
      constant: 'FILE_DOWNLOAD_REQUEST',
      payload: { name: 'FileDownloadRequestMessage' },
    });
  });

  it('sorts messages and types by name, whatever the order of the files', () => {
    const { messages, types } = modelOf({
      'messages/z/b-event.yaml': messageFile('b-event', { $ref: '../../types/two.yaml' }),
      'messages/a-event.yaml': messageFile('a-event', { $ref: '../types/one.yaml' }),
      'types/two.yaml': object,
      'types/one.yaml': object,
    });
    expect(messages.map(({ name }) => name)).toEqual(['a-event', 'b-event']);
    expect(types.map(({ fileName }) => fileName)).toEqual(['one', 'two']);
    expect(types.map(({ name }) => name)).toEqual(['One', 'Two']);
  });

  it('links messages in both directions', () => {
    const { messages } = modelOf({
      'messages/a-request.yaml': messageFile('a-request', object, { outcome: 'a-completed', emits: ['a-progress'] }),
      'messages/b-request.yaml': messageFile('b-request', object, { outcome: 'a-completed' }),
      'messages/a-completed.yaml': messageFile('a-completed', object),
      'messages/a-progress.yaml': messageFile('a-progress', object),
    });
    const links = messages.map(({ name, outcome, emits, outcomeOf, emittedBy }) => ({
      name,
      outcome,
      emits,
      outcomeOf,
      emittedBy,
    }));
    expect(links).toEqual([
      { name: 'a-completed', outcome: undefined, emits: [], outcomeOf: ['a-request', 'b-request'], emittedBy: [] },
      { name: 'a-progress', outcome: undefined, emits: [], outcomeOf: [], emittedBy: ['a-request'] },
      { name: 'a-request', outcome: 'a-completed', emits: ['a-progress'], outcomeOf: [], emittedBy: [] },
      { name: 'b-request', outcome: 'a-completed', emits: [], outcomeOf: [], emittedBy: [] },
    ]);
  });

  it('tells who sends each message: as it says itself, else as links and names say', () => {
    const { messages } = modelOf({
      'messages/a-request.yaml': messageFile('a-request', object),
      'messages/b-command.yaml': messageFile('b-command', object, { outcome: 'b-completed', emits: ['b-request'] }),
      'messages/b-completed.yaml': messageFile('b-completed', object),
      'messages/b-request.yaml': messageFile('b-request', object),
      'messages/c-event.yaml': messageFile('c-event', object),
      'messages/d-event.yaml': messageFile('d-event', object, { emits: ['c2-event'] }),
      'messages/c2-event.yaml': messageFile('c2-event', object, { sentBy: 'both' }),
      'messages/e-event.yaml': messageFile('e-event', object, { sentBy: 'workers' }),
    });
    expect(Object.fromEntries(messages.map(({ name, sentBy }) => [name, sentBy]))).toEqual({
      'a-request': 'callers',
      'b-command': 'callers',
      'b-completed': 'workers',
      'b-request': 'workers',
      'c-event': 'both',
      'c2-event': 'both',
      'd-event': 'callers',
      'e-event': 'workers',
    });
  });

  it('names the definitions that references lead to, by owner and place, and leaves out the others', () => {
    const { messages, types } = modelOf({
      'messages/a-request.yaml': messageFile('a-request', {
        ...object,
        properties: {
          one: { $ref: '#/$defs/part' },
          two: { $ref: '#/properties/list/items' },
          list: { type: 'array', items: object },
          three: { $ref: '../types/whole.yaml#/$defs/part' },
          root: { $ref: '#' },
        },
        $defs: { part: object, unused: object },
      }),
      'types/whole.yaml': { ...object, $defs: { part: { type: 'string' } } },
    });
    expect(messages[0]?.declared.slice(1).map(({ name }) => name)).toEqual([
      'ARequestPart',
      'ARequestPropertiesListItems',
    ]);
    expect(types[0]?.declared.slice(1).map(({ name }) => name)).toEqual(['WholePart']);
    expect(messages[0]?.payload.type).toMatchObject({
      properties: [
        { type: { name: 'ARequestPart' } },
        { type: { name: 'ARequestPropertiesListItems' } },
        { name: 'list' },
        { type: { name: 'WholePart' } },
        { type: { name: 'ARequestMessage' } },
      ],
    });
  });

  it.each<{ order: string[] }>([
    { order: ['some-part', 'somePart', 'message', '注文', '顧客'] },
    { order: ['顧客', '注文', 'message', 'somePart', 'some-part'] },
  ])('numbers names that would be taken twice, in whatever order they are referred to: $order', ({ order }) => {
    const { messages } = modelOf({
      'messages/a-request.yaml': messageFile('a-request', {
        ...object,
        properties: Object.fromEntries(order.map((name, index) => [`p${index}`, { $ref: `#/$defs/${name}` }])),
        $defs: Object.fromEntries(order.map((name) => [name, { ...object, description: `From ${name}.` }])),
      }),
    });
    expect(messages[0]?.declared.slice(1).map(({ name, notes }) => [name, notes.description])).toEqual([
      ['ARequestMessage2', 'From message.'],
      ['ARequestSomePart', 'From some-part.'],
      ['ARequestSomePart2', 'From somePart.'],
      ['ARequest注文', 'From 注文.'],
      ['ARequest顧客', 'From 顧客.'],
    ]);
  });
});
