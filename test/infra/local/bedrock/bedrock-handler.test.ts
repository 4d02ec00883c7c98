import { once } from 'node:events';
import { ConverseCommand, ConverseStreamCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { createCookbookModel } from '../../../../infra/local/bedrock/models/cookbook-model.ts';
import type { BedrockException, ModelEvent } from '../../../../infra/local/bedrock/models/local-model.ts';
import { LocalModelError, bedrockExceptions } from '../../../../infra/local/bedrock/models/local-model.ts';
import {
  codeRequest,
  eventsOf,
  kindOf,
  scriptedModel,
  startBedrock,
  textOf,
} from '../../../support/hosts/local-bedrock.ts';

const end: ModelEvent = { kind: 'end', stopReason: 'end_turn', usage: { inputTokens: 7, outputTokens: 3 } };

async function* say(...events: ModelEvent[]): AsyncIterable<ModelEvent> {
  yield* events;
}

async function* waitUntilStopped(signal: AbortSignal): AsyncIterable<ModelEvent> {
  yield { kind: 'text', text: 'first' };
  if (!signal.aborted) await once(signal, 'abort');
}

describe("a model behind Bedrock's front", () => {
  it('streams reasoning, text, the end and then the usage', async () => {
    const model = scriptedModel(() =>
      say(
        { kind: 'start' },
        { kind: 'reasoning', text: 'hm' },
        { kind: 'text', text: 'a = "ü€' },
        { kind: 'text', text: '𝄞"' },
        end,
      ),
    );
    const { client } = await startBedrock(model);
    const events = await eventsOf(client, codeRequest('scripted'));
    expect(events.map(kindOf)).toEqual([
      'messageStart',
      'contentBlockDelta',
      'contentBlockStop',
      'contentBlockDelta',
      'contentBlockDelta',
      'contentBlockStop',
      'messageStop',
      'metadata',
    ]);
    expect(events[1]?.contentBlockDelta).toEqual({ contentBlockIndex: 0, delta: { reasoningContent: { text: 'hm' } } });
    expect(events[3]?.contentBlockDelta?.contentBlockIndex).toBe(1);
    expect(textOf(events)).toBe('a = "ü€𝄞"');
    expect(events[6]?.messageStop?.stopReason).toBe('end_turn');
    expect(events[7]?.metadata?.usage).toEqual({ inputTokens: 7, outputTokens: 3, totalTokens: 10 });
  });

  it('gets the request as it was sent', async () => {
    const model = scriptedModel(() => say(end));
    const { client } = await startBedrock(model);
    const input = codeRequest('scripted', {
      messages: [
        { role: 'user', content: [{ text: 'one' }, { text: 'two' }] },
        { role: 'assistant', content: [{ text: 'three' }] },
        { role: 'user', content: [{ text: 'four' }] },
      ],
      inferenceConfig: { maxTokens: 5, temperature: 0.5, topP: 0.9, stopSequences: ['END'] },
      requestMetadata: { id: 'a', language: 'GO' },
    });
    await eventsOf(client, input);
    expect(model.calls).toEqual([
      {
        system: 'You write code.',
        messages: [
          { role: 'user', text: 'one\n\ntwo' },
          { role: 'assistant', text: 'three' },
          { role: 'user', text: 'four' },
        ],
        inferenceConfig: input.inferenceConfig,
        requestMetadata: input.requestMetadata,
      },
    ]);
  });

  it('answers Converse in one piece', async () => {
    const model = scriptedModel(() => say({ kind: 'reasoning', text: 'hm' }, { kind: 'text', text: 'code' }, end));
    const { client } = await startBedrock(model);
    const { output, stopReason, usage } = await client.send(new ConverseCommand(codeRequest('scripted')));
    expect(output?.message).toEqual({
      role: 'assistant',
      content: [{ reasoningContent: { reasoningText: { text: 'hm' } } }, { text: 'code' }],
    });
    expect([stopReason, usage?.totalTokens]).toEqual(['end_turn', 10]);
  });

  it('may have a name like a file or an address', async () => {
    const name = 'org/repo:model v1.gguf';
    const { client } = await startBedrock(scriptedModel(() => say({ kind: 'text', text: 'a' }, end), name));
    expect(textOf(await eventsOf(client, codeRequest(name)))).toBe('a');
  });

  it('says nothing of tokens when it does not know', async () => {
    const { client } = await startBedrock(scriptedModel(() => say({ ...end, usage: null } as ModelEvent)));
    expect((await eventsOf(client, codeRequest('scripted'))).at(-1)?.metadata?.usage).toBeUndefined();
  });

  it('is stopped when the caller aborts', async () => {
    const model = scriptedModel(waitUntilStopped);
    const { client } = await startBedrock(model);
    const abort = new AbortController();
    const command = new ConverseStreamCommand(codeRequest('scripted'));
    const { stream } = await client.send(command, { abortSignal: abort.signal });
    const reading = (async () => {
      for await (const event of stream ?? []) if (event.contentBlockDelta) abort.abort();
    })();
    await expect(reading).rejects.toThrow();
    expect((await model.stopped).aborted).toBe(true);
  });

  it('is stopped when the caller goes before the first word', async () => {
    const abort = new AbortController();
    const silent = scriptedModel(async function* (signal) {
      setImmediate(() => abort.abort());
      if (!signal.aborted) await once(signal, 'abort');
      yield* say();
    });
    const { client } = await startBedrock(silent);
    const command = new ConverseCommand(codeRequest('scripted'));
    await expect(client.send(command, { abortSignal: abort.signal })).rejects.toThrow();
    expect((await silent.stopped).aborted).toBe(true);
  });

  it('waits for a caller that reads slowly', async () => {
    let said = 0;
    const model = scriptedModel(async function* () {
      for (; said < 500; said++) yield { kind: 'text', text: 'x'.repeat(100_000) };
      yield end;
    });
    const { client } = await startBedrock(model);
    const { stream } = await client.send(new ConverseStreamCommand(codeRequest('scripted')));
    let read = 0;
    for await (const event of stream ?? []) {
      if (!event.contentBlockDelta) continue;
      if (++read === 1) for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
      if (read === 1) expect(said).toBeLessThan(500);
    }
    expect(read).toBe(500);
  });
});

describe("what a model refuses is Bedrock's exception", () => {
  const exceptions = Object.entries(bedrockExceptions) as [BedrockException, number][];

  it.each(exceptions)('%s with status %d, before the stream and in Converse', async (exception, status) => {
    const model = scriptedModel(async function* () {
      yield* say();
      throw new LocalModelError(exception, 'the reason');
    });
    const { client } = await startBedrock(model);
    const refusal = { name: exception, message: 'the reason', $metadata: { httpStatusCode: status } };
    await expect(eventsOf(client, codeRequest('scripted'))).rejects.toMatchObject(refusal);
    await expect(client.send(new ConverseCommand(codeRequest('scripted')))).rejects.toMatchObject(refusal);
  });

  it.each([
    ['InternalServerException', 'InternalServerException'],
    ['ModelStreamErrorException', 'ModelStreamErrorException'],
    ['ServiceUnavailableException', 'ServiceUnavailableException'],
    ['ThrottlingException', 'ThrottlingException'],
    ['ValidationException', 'ValidationException'],
    ['AccessDeniedException', 'ModelStreamErrorException'],
  ] as const)('%s within the stream as %s', async (exception, name) => {
    const model = scriptedModel(async function* () {
      yield { kind: 'text', text: 'begun' };
      throw new LocalModelError(exception, 'the reason');
    });
    const { client } = await startBedrock(model);
    const { stream } = await client.send(new ConverseStreamCommand(codeRequest('scripted')));
    let text = '';
    const reading = (async () => {
      for await (const event of stream ?? []) text += textOf([event]);
    })();
    await expect(reading).rejects.toMatchObject({ name, message: 'the reason' });
    expect(text).toBe('begun');
  });

  it('an end that never came is an interrupted stream', async () => {
    const { client } = await startBedrock(scriptedModel(() => say({ kind: 'text', text: 'half' })));
    const interrupted = { name: 'ModelStreamErrorException' };
    await expect(eventsOf(client, codeRequest('scripted'))).rejects.toMatchObject(interrupted);
    await expect(client.send(new ConverseCommand(codeRequest('scripted')))).rejects.toMatchObject(interrupted);
  });

  it('an error nobody expected is an internal one', async () => {
    const model = scriptedModel(async function* () {
      yield* say();
      throw new TypeError('oops');
    });
    const { client } = await startBedrock(model);
    const unexpected = { name: 'InternalServerException', message: expect.stringContaining('oops') };
    await expect(eventsOf(client, codeRequest('scripted'))).rejects.toMatchObject(unexpected);
  });

  it('a throttled call that the client repeats succeeds', async () => {
    const model = scriptedModel(async function* () {
      if (model.calls.length === 1) throw new LocalModelError('ServiceUnavailableException', 'not yet');
      yield* say({ kind: 'text', text: 'now' }, end);
    });
    const { client } = await startBedrock(model, { maxAttempts: 2 });
    expect(textOf(await eventsOf(client, codeRequest('scripted')))).toBe('now');
  });
});

describe('refused before the model hears of it', () => {
  const text = (value: string) => [{ text: value }];
  const refusals: [string, object, RegExp][] = [
    [
      'another model id',
      { modelId: 'anthropic.claude-haiku-5-5' },
      /"anthropic.claude-haiku-5-5" is invalid.*"scripted"/,
    ],
    ['no message', { messages: [] }, /start with a user message/],
    ['an assistant first', { messages: [{ role: 'assistant', content: text('a') }] }, /start with a user message/],
    ['another role', { messages: [{ role: 'system', content: text('a') }] }, /messages.0.role/],
    ['an empty message', { messages: [{ role: 'user', content: [] }] }, /messages.0.content is empty/],
    ['an empty text', { messages: [{ role: 'user', content: text('') }] }, /messages.0.content.0/],
    [
      'an image',
      { messages: [{ role: 'user', content: [{ image: { format: 'png', source: { bytes: Buffer.from('a') } } }] }] },
      /messages.0.content.0/,
    ],
    ['tools', { toolConfig: { tools: [] } }, /"toolConfig" is not available/],
    ['a guardrail', { guardrailConfig: { guardrailIdentifier: 'a', guardrailVersion: '1' } }, /"guardrailConfig"/],
    ['fields of one family', { additionalModelRequestFields: { top_k: 1 } }, /"additionalModelRequestFields"/],
    ['no token at all', { inferenceConfig: { maxTokens: 0 } }, /maxTokens is 0; allowed is a whole number from 1/],
    ['half a token', { inferenceConfig: { maxTokens: 1.5 } }, /maxTokens is 1.5/],
    ['too much heat', { inferenceConfig: { temperature: 1.1 } }, /temperature is 1.1; allowed is a number from 0 to 1/],
    ['an empty stop', { inferenceConfig: { stopSequences: [''] } }, /stopSequences/],
    ['long metadata', { requestMetadata: { id: 'a'.repeat(257) } }, /requestMetadata.id/],
  ];
  it.each(refusals)('%s', async (_, more, message) => {
    const model = scriptedModel(() => say(end));
    const { client } = await startBedrock(model);
    const call = eventsOf(client, codeRequest('scripted', more));
    await expect(call).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
    expect(model.calls).toEqual([]);
  });

  it.each([
    ['a stranger', { accessKeyId: 'OTHER', secretAccessKey: 'local-secret' }, 'UnrecognizedClientException'],
    ['a wrong secret', { accessKeyId: 'LOCALKEY', secretAccessKey: 'other' }, 'InvalidSignatureException'],
  ])('%s', async (_, credentials, name) => {
    const model = scriptedModel(() => say(end));
    const { client } = await startBedrock(model, { credentials });
    const refusal = { name, $metadata: { httpStatusCode: 403 } };
    await expect(eventsOf(client, codeRequest('scripted'))).rejects.toMatchObject(refusal);
    expect(model.calls).toEqual([]);
  });

  it('a call without a signature, and one that does not exist', async () => {
    const { endpoint, client } = await startBedrock(scriptedModel(() => say(end)));
    const unsigned = await fetch(`${endpoint}/model/scripted/converse`, { method: 'POST', body: '{}' });
    expect([unsigned.status, unsigned.headers.get('x-amzn-errortype')]).toEqual([
      403,
      'MissingAuthenticationTokenException',
    ]);
    const call = client.send(new InvokeModelCommand({ modelId: 'scripted', body: '{}' }));
    await expect(call).rejects.toMatchObject({
      name: 'UnknownOperationException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

describe('the cookbook as a model', () => {
  const cookbook = () => startBedrock(createCookbookModel({ tokensPerSecond: 0 }));
  const ask = (instruction: string) => [
    { role: 'user' as const, content: [{ text: `<instruction>\n${instruction}\n</instruction>` }] },
  ];

  it('answers with a sentence and one fenced block', async () => {
    const { client } = await cookbook();
    const events = await eventsOf(client, codeRequest('cookbook'));
    expect(textOf(events)).toMatch(/^[^`\n]+\n\n```python\n[^]*def [^]*\n```\n$/);
    expect(events.find((event) => event.messageStop)?.messageStop?.stopReason).toBe('end_turn');
    const deltas = events.filter((event) => event.contentBlockDelta);
    expect(events.at(-1)?.metadata?.usage).toMatchObject({ inputTokens: 17, outputTokens: deltas.length });
    for (const delta of deltas) expect(textOf([delta]).length).toBeLessThanOrEqual(8);
  });

  it('takes the language from the metadata', async () => {
    const { client } = await cookbook();
    const events = await eventsOf(client, codeRequest('cookbook', { requestMetadata: { language: 'TYPESCRIPT' } }));
    expect(textOf(events)).toContain('```typescript\n');
    for (const requestMetadata of [undefined, { language: 'KLINGON' }, { language: 'toString' }]) {
      const call = eventsOf(client, codeRequest('cookbook', { requestMetadata }));
      await expect(call).rejects.toMatchObject({ name: 'ValidationException' });
    }
  });

  it('reads the instruction as it is, whatever its tag is called', async () => {
    const { client } = await cookbook();
    const said = async (text: string): Promise<string> =>
      textOf(
        await eventsOf(client, codeRequest('cookbook', { messages: [{ role: 'user' as const, content: [{ text }] }] })),
      );
    expect(await said('<instruction>\nimplement fizzbuzz\n</instruction>')).toContain('```');
    expect(await said('<instruction-3>\nimplement fizzbuzz\n</instruction-3>')).toContain('```');
    expect(await said('<instruction-2>\nname </instruction> and\n</instruction-2>')).not.toContain('```');
    expect(await said('<instruction>\n&lt;b&gt;implement fizzbuzz&lt;/b&gt;\n</instruction>')).not.toContain('```');
    expect(await said('<code-2>\nlet code;\n</code-2>\n<instruction>\nfizzbuzz\n</instruction>')).toMatch(
      /cannot change one/,
    );
  });

  it('says in prose what it does not know, naming the way to a real model', async () => {
    const { client } = await cookbook();
    const events = await eventsOf(client, codeRequest('cookbook', { messages: ask('write an operating system') }));
    expect(textOf(events)).toMatch(/--model openai:/);
    expect(textOf(events)).not.toContain('```');
    expect(events.some((event) => event.messageStop?.stopReason === 'end_turn')).toBe(true);
  });

  it('stops at the token limit and at a stop sequence', async () => {
    const { client } = await cookbook();
    const whole = textOf(await eventsOf(client, codeRequest('cookbook')));
    const limited = await eventsOf(client, codeRequest('cookbook', { inferenceConfig: { maxTokens: 10 } }));
    expect(textOf(limited)).toBe(whole.slice(0, 40));
    expect(limited.find((event) => event.messageStop)?.messageStop?.stopReason).toBe('max_tokens');
    const stopped = await eventsOf(client, codeRequest('cookbook', { inferenceConfig: { stopSequences: ['def '] } }));
    expect(textOf(stopped)).toBe(whole.slice(0, whole.indexOf('def ')));
    expect(stopped.find((event) => event.messageStop)?.messageStop?.stopReason).toBe('stop_sequence');
  });

  it('stops between two tokens when the caller goes away', async () => {
    const model = createCookbookModel({ tokensPerSecond: 1 });
    const abort = new AbortController();
    const request = {
      ...{ system: '', inferenceConfig: {}, requestMetadata: { language: 'PYTHON' } },
      messages: [{ role: 'user' as const, text: 'implement binary search' }],
    };
    const reading = (async () => {
      for await (const event of model.converse(request, abort.signal)) if (event.kind === 'text') abort.abort();
    })();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});
