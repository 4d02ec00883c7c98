import type { ConverseStreamCommandInput, ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime';
import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { onTestFinished } from 'vitest';
import { createBedrockHandler } from '../../../infra/local/bedrock/bedrock-handler.ts';
import type { LocalModel, ModelEvent } from '../../../infra/local/bedrock/models/local-model.ts';
import { listen } from './listen.ts';

const keys = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret' };

/** A model that says what the script yields. `stopped` is settled when it was left, by its end or by the signal. */
export function scriptedModel(
  script: (signal: AbortSignal) => AsyncIterable<ModelEvent>,
  name = 'scripted',
): LocalModel & { stopped: Promise<AbortSignal>; calls: Parameters<LocalModel['converse']>[0][] } {
  let stop: (signal: AbortSignal) => void = () => undefined;
  const stopped = new Promise<AbortSignal>((resolve) => (stop = resolve));
  const calls: Parameters<LocalModel['converse']>[0][] = [];
  return {
    ...{ name, stopped, calls },
    async *converse(request, signal) {
      calls.push(request);
      try {
        yield* script(signal);
      } finally {
        stop(signal);
      }
    },
  };
}

/** The Bedrock front with this model, and the SDK's client of it. */
export async function startBedrock(model: LocalModel, config: object = {}) {
  const credentials = (id: string) =>
    id === keys.accessKeyId
      ? { name: 'functions', secretAccessKey: keys.secretAccessKey, region: 'eu-central-1' }
      : undefined;
  const handler = createBedrockHandler({ prefix: '/bedrock', model, credentials, now: () => new Date() });
  const endpoint = `${await listen((request, response) => void handler(request, response))}/bedrock`;
  const client = new BedrockRuntimeClient({
    ...{ endpoint, region: 'eu-central-1', credentials: keys, maxAttempts: 1 },
    requestHandler: new NodeHttpHandler(),
    ...config,
  });
  onTestFinished(() => client.destroy());
  return { endpoint, client };
}

/** A request for code, as the functions send it. */
export function codeRequest(
  modelId: string,
  more: Partial<ConverseStreamCommandInput> = {},
): ConverseStreamCommandInput {
  return {
    modelId,
    system: [{ text: 'You write code.' }],
    messages: [{ role: 'user', content: [{ text: '<instruction>\nimplement binary search\n</instruction>' }] }],
    requestMetadata: { language: 'PYTHON' },
    ...more,
  };
}

/** All events of one ConverseStream call. */
export async function eventsOf(
  client: BedrockRuntimeClient,
  input: ConverseStreamCommandInput,
): Promise<ConverseStreamOutput[]> {
  const { stream } = await client.send(new ConverseStreamCommand(input));
  const events: ConverseStreamOutput[] = [];
  for await (const event of stream ?? []) events.push(event);
  return events;
}

/** The text that events join to. */
export function textOf(events: readonly ConverseStreamOutput[]): string {
  return events.map((event) => event.contentBlockDelta?.delta?.text ?? '').join('');
}

/** The name of an event. */
export function kindOf(event: ConverseStreamOutput): string {
  return Object.keys(event).find((name) => !name.startsWith('$')) ?? '';
}
