import { describe, expect, it } from 'vitest';
import { catalogOf } from '../testing/catalog-texts.js';
import { selfContained } from './self-contained.js';

describe('A schema that is made self-contained', () => {
  const { messages, references } = catalogOf({
    'messages/demo-request.yaml': `name: demo-request
description: Demo.
payload:
  type: object
  properties:
    place: { $ref: ../types/place.yaml, description: Where. }
    size: { $ref: '#/$defs/size' }
    again: { $ref: '#' }
    deep: { $ref: '../types/place.yaml#/properties/street' }
  $defs:
    size: { type: integer }
    place: { type: string }
`,
    'types/place.yaml': `$schema: https://json-schema.org/draft/2020-12/schema
type: object
properties:
  street: { type: string }
  next: { $ref: '#' }
  country: { $ref: country.yaml }
`,
    'types/country.yaml': 'type: string\n',
  });
  const [message] = messages;

  it('holds the files that it takes from, under names of their own, and every reference leads there', () => {
    expect(message && selfContained(message.payload, message.file, references)).toEqual({
      type: 'object',
      properties: {
        place: { $ref: '#/$defs/place-2', description: 'Where.' },
        size: { $ref: '#/$defs/size' },
        again: { $ref: '#' },
        deep: { $ref: '#/$defs/place-2/properties/street' },
      },
      $defs: {
        size: { type: 'integer' },
        place: { type: 'string' },
        'place-2': {
          type: 'object',
          properties: {
            street: { type: 'string' },
            next: { $ref: '#/$defs/place-2' },
            country: { $ref: '#/$defs/country' },
          },
        },
        country: { type: 'string' },
      },
    });
  });
});
