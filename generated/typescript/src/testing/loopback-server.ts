import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answerMalformedRequest } from '../backend/node-server.js';

/** Answers a request; `connection` says which connection it came on, from 1. */
export type RequestListener = (request: IncomingMessage, response: ServerResponse, connection: number) => void;

const address = '127.0.0.1';

/** An HTTP server on loopback that can be stopped, and started again on the same port. */
export class LoopbackServer {
  readonly #listener: RequestListener;
  readonly #sockets = new Map<Socket, number>();
  #server: Server | undefined;
  #starting: Promise<void> | undefined;
  #port = 0;
  #connections = 0;

  /** @param listener - Answers the requests. */
  constructor(listener: RequestListener) {
    this.#listener = listener;
  }

  /** Where it listens, or last did. */
  get url(): string {
    return `http://${address}:${this.#port}`;
  }

  /** Whether it is listening. */
  get isListening(): boolean {
    return this.#server !== undefined;
  }

  /**
   * Starts listening: on a free port the first time, on the same one later.
   *
   * @throws Error if the port has been taken meanwhile.
   */
  start(): Promise<void> {
    this.#starting = this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    // Idle connections stay open: when a connection ends is up to the test, not to a timer.
    const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) =>
      this.#listener(request, response, this.#sockets.get(request.socket) ?? 0),
    );
    server.on('connection', (socket) => {
      this.#sockets.set(socket, ++this.#connections);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('clientError', answerMalformedRequest);
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => {
        reject(new Error(`The backend cannot listen on ${address}:${this.#port}: ${error.message}`, { cause: error }));
      });
      server.listen(this.#port, address, resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Stops listening and ends all connections. */
  async stop(): Promise<void> {
    // One that begins to listen just now could not be closed before it does.
    await this.#starting?.catch(() => undefined);
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of this.#sockets.keys()) socket.destroy();
    });
  }
}
