import { describe, expect, it } from 'vitest';
import { methodName } from '../../../../../generator/names.js';
import { defineMethods } from './message-methods.js';

class Sender {
  sendToQueue(...given: readonly unknown[]): readonly unknown[] {
    return given;
  }
}

const types = ['notify', 'file-download-request', 'step-2-done', 'a-1-b-22c', 'x9-y'];

describe('The methods of messages', () => {
  it.each(types)('are named as the generator declares them: %s', (type) => {
    class Client extends Sender {}
    defineMethods(Client.prototype, { [type]: undefined });
    expect(Object.getOwnPropertyNames(Client.prototype)).toEqual(['constructor', methodName(type)]);
  });

  it('send what they are given, under the type of their message, also for who overrides sendToQueue', () => {
    class Client extends Sender {
      declare aB: (payload: object, options?: object) => unknown;
    }
    class Overriding extends Client {
      override sendToQueue(...given: readonly unknown[]): readonly unknown[] {
        return ['overridden', ...given];
      }
    }
    defineMethods(Client.prototype, { 'a-b': 'c' });
    expect(new Client().aB({ x: 1 }, { timeout: 2 })).toEqual(['a-b', { x: 1 }, { timeout: 2 }]);
    expect(new Overriding().aB({ x: 1 })).toEqual(['overridden', 'a-b', { x: 1 }, undefined]);
  });

  it('can be replaced, as mocks do, and are not listed among what an object shows', () => {
    class Client extends Sender {
      declare aB: () => unknown;
    }
    defineMethods(Client.prototype, { 'a-b': undefined });
    const client = new Client();
    expect(Object.keys(Client.prototype)).toEqual([]);
    client.aB = () => 'mocked';
    expect(client.aB()).toBe('mocked');
  });
});
