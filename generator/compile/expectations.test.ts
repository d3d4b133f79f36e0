import { describe, expect, it } from 'vitest';
import { messageFile, modelOf } from '../testing/catalog.js';
import { expectationsOf } from './expectations.js';
import { literalShape, objectShape } from './shape.js';

const model = modelOf({
  'messages/a-request.yaml': messageFile(
    'a-request',
    {
      type: 'object',
      required: ['k'],
      properties: { k: { enum: ['x'] }, p: { $ref: '#/$defs/part' } },
      $defs: { part: { type: 'string' } },
    },
    { outcome: 'b-event' },
  ),
  'messages/b-event.yaml': messageFile('b-event', { $ref: '../types/point.yaml' }),
  'types/point.yaml': { type: 'object', required: ['x'], properties: { x: { type: 'number' } } },
});

describe('expectationsOf', () => {
  const { types, methods, constants } = expectationsOf(model);

  it('names every type that the output declares', () => {
    expect([...types.keys()].sort()).toEqual([
      'ARequestMessage',
      'ARequestPart',
      'BEventMessage',
      'MessageOutcomes',
      'MessagePayloads',
      'Point',
      'ReceivedARequestMessage',
      'ReceivedPayloads',
    ]);
  });

  it('says what the payload maps hold', () => {
    const member = (name: string, type: string) => ({ name, shape: ['reference', type], isOptional: false });
    expect(types.get('MessagePayloads')).toEqual(
      objectShape([member('a-request', 'ARequestMessage'), member('b-event', 'BEventMessage')], undefined),
    );
    expect(types.get('ReceivedPayloads')).toEqual(
      objectShape([member('a-request', 'ReceivedARequestMessage'), member('b-event', 'BEventMessage')], undefined),
    );
  });

  it('says which message ends which', () => {
    expect(types.get('MessageOutcomes')).toEqual(
      objectShape([{ name: 'a-request', shape: literalShape('b-event'), isOptional: false }], undefined),
    );
  });

  it('says what methods send and constants mean', () => {
    expect([...methods]).toEqual([
      ['aRequest', { name: 'a-request', payloadType: 'ARequestMessage' }],
      ['bEvent', { name: 'b-event', payloadType: 'BEventMessage' }],
    ]);
    expect([...constants]).toEqual([
      ['A_REQUEST', 'a-request'],
      ['B_EVENT', 'b-event'],
    ]);
  });
});
