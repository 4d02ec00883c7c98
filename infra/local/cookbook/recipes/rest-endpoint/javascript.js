// A REST API for items, kept in memory. Usage: node items.js [PORT], 8080 by default.
//
//   GET /items        all items
//   POST /items       {"name": "..."} adds one
//   GET /items/1      one item
//   DELETE /items/1   removes it
const { createServer } = require('node:http');

const MAX_BODY = 10_000;
const items = new Map();
let lastId = 0;

function answer(response, status, document) {
  if (document === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(document));
}

/** The body as JSON; undefined when it is none, null when it is too long. */
async function readJson(request) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > MAX_BODY) return null;
  }
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function create(request, response) {
  const body = await readJson(request);
  if (body === null) {
    answer(response, 413, { error: `the body is longer than ${MAX_BODY} characters` });
  } else if (typeof body?.name !== 'string' || body.name.trim() === '') {
    answer(response, 400, { error: 'name must be a text that is not blank' });
  } else {
    const item = { id: ++lastId, name: body.name };
    items.set(item.id, item);
    answer(response, 201, item);
  }
}

async function handle(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const id = Number(/^\/items\/(\d+)$/.exec(pathname)?.[1]);
  if (pathname === '/items' && request.method === 'GET') return answer(response, 200, [...items.values()]);
  if (pathname === '/items' && request.method === 'POST') return create(request, response);
  if (items.has(id) && request.method === 'GET') return answer(response, 200, items.get(id));
  if (request.method === 'DELETE' && items.delete(id)) return answer(response, 204);
  return answer(response, 404, { error: 'not found' });
}

const server = createServer((request, response) => {
  handle(request, response).catch(() => response.destroy());
});
server.listen(Number(process.argv[2] ?? 8080), '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${server.address().port}`);
});
