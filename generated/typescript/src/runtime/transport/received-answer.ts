import { parseJson } from '../delivery/json.js';
import type { TransportResponse } from './transport.js';

/**
 * A complete answer whose header fields and JSON are read when they are asked for. A class, since an object literal with a
 * getter is of a shape of its own each time, which costs the garbage collector more than all the rest of a call.
 */
export class ReceivedAnswer<Source> implements TransportResponse {
  readonly status: number;
  readonly text: string;
  readonly isTooLarge: boolean;
  readonly #source: Source;
  readonly #readHeaders: (source: Source) => Readonly<Record<string, string>>;
  #json: unknown;

  /**
   * @param text - The body; `undefined` where it was too large.
   * @param source - What holds the header fields.
   * @param readHeaders - Reads them.
   */
  constructor(
    status: number,
    text: string | undefined,
    source: Source,
    readHeaders: (source: Source) => Readonly<Record<string, string>>,
  ) {
    this.status = status;
    this.text = text ?? '';
    this.isTooLarge = text === undefined;
    this.#source = source;
    this.#readHeaders = readHeaders;
  }

  /** Header fields; names are in lower case. */
  get headers(): Readonly<Record<string, string>> {
    return this.#readHeaders(this.#source);
  }

  /** The JSON value of the body, else its text. */
  get json(): unknown {
    return (this.#json ??= parseJson(this.text));
  }
}
