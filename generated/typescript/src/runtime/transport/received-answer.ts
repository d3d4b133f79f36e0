import type { TransportResponse } from './transport.js';

/**
 * A complete answer whose header fields are read when they are asked for. A class, since an object literal with a getter is
 * of a shape of its own each time, which costs the garbage collector more than all the rest of a call.
 */
export class ReceivedAnswer<Source> implements TransportResponse {
  readonly status: number;
  readonly text: string;
  readonly #source: Source;
  readonly #readHeaders: (source: Source) => Readonly<Record<string, string>>;

  /**
   * @param source - What holds the header fields.
   * @param readHeaders - Reads them.
   */
  constructor(
    status: number,
    text: string,
    source: Source,
    readHeaders: (source: Source) => Readonly<Record<string, string>>,
  ) {
    this.status = status;
    this.text = text;
    this.#source = source;
    this.#readHeaders = readHeaders;
  }

  /** Header fields; names are in lower case. */
  get headers(): Readonly<Record<string, string>> {
    return this.#readHeaders(this.#source);
  }
}
