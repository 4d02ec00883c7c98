import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { createOpenAiModel } from '../../../../../infra/local/bedrock/openai/openai-model.ts';
import { listen } from '../../../../support/hosts/listen.ts';
import { codeRequest, eventsOf, kindOf, startBedrock, textOf } from '../../../../support/hosts/local-bedrock.ts';

type Reply = (request: IncomingMessage, response: ServerResponse, body: unknown) => unknown;

/** A server like Ollama's, answering as the test says, behind the Bedrock front. */
async function startServer(reply: Reply, apiKey?: string) {
  const asked: { path: string; authorization: string | undefined; body: unknown }[] = [];
  const url = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
      void reply(request, response, body);
    });
  });
  const model = createOpenAiModel({ baseUrl: `${url}/v1`, model: 'qwen2.5-coder:7b', apiKey });
  return { ...(await startBedrock(model)), asked, url };
}

const chunk = (delta: object, finish_reason: string | null = null) => ({
  choices: [{ index: 0, delta, finish_reason }],
});

/** Sends events as servers do; a text goes out as it is. */
function stream(...events: (object | string)[]): Reply {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    for (const event of events) {
      response.write(typeof event === 'string' ? event : `data: ${JSON.stringify(event)}\n\n`);
    }
    response.end();
  };
}

const DONE = 'data: [DONE]\n\n';
const request = codeRequest('qwen2.5-coder:7b');

describe('a model of an OpenAI-compatible server', () => {
  it('streams text and reasoning through the Bedrock front', async () => {
    const { client, asked } = await startServer(
      stream(
        ': keep-alive\n\n',
        chunk({ role: 'assistant', content: '' }),
        chunk({ reasoning_content: 'let me ' }),
        chunk({ reasoning: 'see' }),
        chunk({ content: '```python\n' }),
        chunk({ content: 'print("ü𝄞")\n' }),
        chunk({ content: '```' }, 'stop'),
        { choices: [], usage: { prompt_tokens: 11, completion_tokens: 5 } },
        DONE,
      ),
    );
    const events = await eventsOf(client, request);
    expect(textOf(events)).toBe('```python\nprint("ü𝄞")\n```');
    expect(events.map((event) => event.contentBlockDelta?.delta?.reasoningContent?.text ?? '').join('')).toBe(
      'let me see',
    );
    expect(events.find((event) => event.messageStop)?.messageStop?.stopReason).toBe('end_turn');
    expect(events.at(-1)?.metadata?.usage).toEqual({ inputTokens: 11, outputTokens: 5, totalTokens: 16 });
    expect(asked).toEqual([
      {
        path: '/v1/chat/completions',
        authorization: undefined,
        body: {
          model: 'qwen2.5-coder:7b',
          stream: true,
          stream_options: { include_usage: true },
          messages: [
            { role: 'system', content: 'You write code.' },
            { role: 'user', content: '<instruction>\nimplement binary search\n</instruction>' },
          ],
        },
      },
    ]);
  });

  it('gets the options under its own names, and the key', async () => {
    const { client, asked } = await startServer(stream(chunk({ content: 'a' }, 'stop'), DONE), 'secret');
    const inferenceConfig = { maxTokens: 5, temperature: 0.5, topP: 0.9, stopSequences: ['END'] };
    await eventsOf(client, { ...request, inferenceConfig });
    expect(asked[0]?.authorization).toBe('Bearer secret');
    expect(asked[0]?.body).toMatchObject({ max_tokens: 5, temperature: 0.5, top_p: 0.9, stop: ['END'] });
  });

  it('reads a stream however it is cut', async () => {
    const text = [chunk({ content: 'a = "ü€𝄞"' }), chunk({}, 'stop')].map(
      (event) => `data: ${JSON.stringify(event)}\r\n\r\n`,
    );
    const bytes = Buffer.from(text.join('') + DONE);
    const { client } = await startServer(async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const byte of bytes) {
        if (!response.write(Buffer.of(byte))) await once(response, 'drain');
        if (byte > 127) await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    });
    expect(textOf(await eventsOf(client, request))).toBe('a = "ü€𝄞"');
  });

  it.each([
    ['stop', 'end_turn'],
    ['length', 'max_tokens'],
    ['content_filter', 'content_filtered'],
    ['tool_calls', 'tool_use'],
    ['STOP', 'end_turn'],
    ['eos', 'end_turn'],
    ['model_length', 'max_tokens'],
    ['something new', 'something new'],
  ])('ends with %s as %s', async (reason, stopReason) => {
    const { client } = await startServer(stream(chunk({ content: 'a' }, reason), DONE));
    const events = await eventsOf(client, request);
    expect(events.find((event) => event.messageStop)?.messageStop?.stopReason).toBe(stopReason);
    expect(events.at(-1)?.metadata?.usage).toBeUndefined();
  });

  it.each([
    ['only a reason', [chunk({ content: 'a' }, 'stop')]],
    ['only [DONE]', [chunk({ content: 'a' }), DONE]],
    ['only the end of the connection', [chunk({ content: 'a' })]],
  ])('has ended when there is %s', async (_, events) => {
    const { client } = await startServer(stream(...events));
    expect((await eventsOf(client, request)).map(kindOf)).toContain('messageStop');
  });

  it.each([
    ['with nothing at all', stream(), /ended before it was complete/],
    ['with an error', stream(chunk({ content: 'half' }), { error: { message: 'out of memory' } }), /out of memory/],
    [
      'with a plain error',
      stream(chunk({ content: 'half' }), 'event: error\ndata: {"error":"crashed"}\n\n'),
      /crashed/,
    ],
    ['with the reason "abort"', stream(chunk({ content: 'half' }, 'abort'), DONE), /"abort"/],
    ['with what is not JSON', stream(chunk({ content: 'half' }), 'data: oops\n\n'), /not JSON: oops/],
    [
      'by a cut',
      ((_, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`data: ${JSON.stringify(chunk({ content: 'half' }))}\n\n`, () => response.destroy());
      }) satisfies Reply,
      /went away in the middle of its answer/,
    ],
  ])('that ends %s is an interrupted stream', async (_, reply, message) => {
    const { client } = await startServer(reply);
    await expect(eventsOf(client, request)).rejects.toMatchObject({
      name: 'ModelStreamErrorException',
      message: expect.stringMatching(message),
    });
  });

  const refusals: [number, string | object, string, RegExp][] = [
    [400, { error: { message: 'context length exceeded' } }, 'ValidationException', /context length exceeded/],
    [401, { error: { message: 'invalid api key' } }, 'AccessDeniedException', /OPENAI_API_KEY/],
    [403, { error: 'forbidden' }, 'AccessDeniedException', /forbidden/],
    [404, { error: { message: 'try pulling it first' } }, 'ResourceNotFoundException', /"qwen2.5-coder:7b" installed/],
    [404, '404 page not found', 'ResourceNotFoundException', /404 page not found.*end in \/v1/],
    [408, '', 'ModelTimeoutException', /408: nothing/],
    [422, { detail: 'bad field' }, 'ValidationException', /bad field/],
    [429, { error: { message: 'slow down' } }, 'ThrottlingException', /slow down/],
    [500, { error: { message: 'cuda error' } }, 'InternalServerException', /cuda error/],
    [503, { error: { message: 'Loading model' } }, 'ServiceUnavailableException', /Loading model/],
    [200, { error: 'Unexpected endpoint' }, 'ModelErrorException', /Unexpected endpoint.*ends in \/v1/],
  ];
  it.each(refusals)('that answers %d %o refuses with %s', async (status, body, name, message) => {
    const { client } = await startServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await expect(eventsOf(client, request)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });

  it('that is not running is named with its address', async () => {
    const model = createOpenAiModel({ baseUrl: 'http://127.0.0.1:1/v1', model: 'a' });
    const { client } = await startBedrock(model);
    await expect(eventsOf(client, codeRequest('a'))).rejects.toMatchObject({
      name: 'ModelErrorException',
      message: expect.stringMatching(/^Nothing answers at http:\/\/127\.0\.0\.1:1\/v1 .*--model/),
    });
  });

  it('hears that the caller went away', async () => {
    let gone: (value: unknown) => void = () => undefined;
    const serverSawIt = new Promise((resolve) => (gone = resolve));
    const { client } = await startServer((_, response) => {
      response.once('close', gone);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${JSON.stringify(chunk({ content: 'first' }))}\n\n`);
    });
    const abort = new AbortController();
    const { stream: events } = await client.send(new ConverseStreamCommand(request), { abortSignal: abort.signal });
    const reading = (async () => {
      for await (const event of events ?? []) if (event.contentBlockDelta) abort.abort();
    })();
    await expect(reading).rejects.toThrow();
    await serverSawIt;
  });
});
