// The floor: what Node and `ws` alone take for the same bytes. JavaScript, so that nothing has to be loaded before it.
// GET or POST /N answers a fixed body of N bytes; POST /publish/N sends an event of N bytes to every WebSocket.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const bodies = new Map();
const bodyOf = (bytes) => {
  if (!bodies.has(bytes)) bodies.set(bytes, Buffer.alloc(bytes, 'x'));
  return bodies.get(bytes);
};
const server = createServer((request, response) => {
  const [, first, second] = request.url.split('/');
  request.resume();
  if (first === 'publish') {
    const payload = `${JSON.stringify({ data: { onSnippetCompleted: { code: 'x'.repeat(Number(second)) } } })}}`;
    for (const client of sockets.clients) client.send(client.head + payload);
  }
  const body = bodyOf(first === 'publish' ? 2 : Number(first));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false, handleProtocols: () => 'graphql-ws' });
sockets.on('connection', (socket) => {
  socket.send('{"type":"connection_ack"}');
  socket.on('message', (text) => {
    const { id, type } = JSON.parse(text);
    if (type !== 'start') return;
    socket.head = `{"id":${JSON.stringify(id)},"type":"data","payload":`;
    socket.send(JSON.stringify({ type: 'start_ack', id }));
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
