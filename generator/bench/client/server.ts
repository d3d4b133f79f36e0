import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A backend that answers every enqueue at once, in a process of its own so that its work is not counted. It sends its
 * port to the parent, and ends with it.
 */
const answer = JSON.stringify({ success: true, jobId: '1', messageName: 'file-download-request', queue: 'downloads' });
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());
