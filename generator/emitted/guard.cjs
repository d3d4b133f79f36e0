/**
 * Preloaded into a process, and into its threads, whose bounds a test measures: ends them where they ask the network for
 * anything, and at its end tells on file descriptor 3 how much memory it took at most, in KiB.
 */
const { createHook } = require('node:async_hooks');
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** What Node makes for a connection, a server, a datagram or a question to a name server, whoever asks for it. */
const network = /^(?:TCP|UDP|TLS|GETADDRINFO|GETNAMEINFO|QUERY)/;

createHook({
  init(_, type) {
    // An error here ends the process or thread, and is told on standard error: nothing can catch it.
    if (network.test(type)) throw new Error(`The network is out of bounds (${type}).`);
  },
}).enable();

if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
