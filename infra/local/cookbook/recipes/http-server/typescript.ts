// A small HTTP server. The port is the first argument, or PORT, or 8080.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Greets at /, knows no other path, and answers GET and HEAD only. */
export function handle(request: IncomingMessage, response: ServerResponse): void {
  const [path] = (request.url ?? '/').split('?');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    reply(response, 405, 'Method not allowed\n');
  } else if (path === '/') {
    reply(response, 200, 'Hello, world!\n');
  } else {
    reply(response, 404, 'Not found\n');
  }
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text); // to HEAD, Node sends the headers alone
}

function main(): void {
  const port = Number(process.argv[2] ?? process.env.PORT ?? 8080);
  const server = createServer(handle);
  server.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  server.listen(port, '127.0.0.1', () => {
    const address = server.address() as AddressInfo;
    console.log(`Listening on http://127.0.0.1:${address.port}`);
  });
}

main();
