import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { eventFrame, exceptionFrame } from './event-frames.ts';
import type { BedrockException, ModelEvent } from './models/local-model.ts';
import { LocalModelError } from './models/local-model.ts';

type End = ModelEvent & { kind: 'end' };

/** Answers Converse: the whole answer at once. @throws what the model throws */
export async function answerWhole(events: AsyncIterable<ModelEvent>, response: ServerResponse): Promise<void> {
  const beganAt = performance.now();
  let text = '';
  let reasoning = '';
  let end: End | undefined;
  for await (const event of events) {
    if (event.kind === 'text') text += event.text;
    if (event.kind === 'reasoning') reasoning += event.text;
    if (event.kind === 'end') end = event;
  }
  if (!end) throw endedEarly();
  const content = [
    ...(reasoning ? [{ reasoningContent: { reasoningText: { text: reasoning } } }] : []),
    ...(text ? [{ text }] : []),
  ];
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      output: { message: { role: 'assistant', content } },
      stopReason: end.stopReason,
      ...metadata(end, beganAt),
    }),
  );
}

/**
 * Answers ConverseStream. Nothing is sent before the model's first event, so that a request it refuses is answered with
 * a status of its own; what fails later ends the stream with an exception.
 * @throws what the model throws before its first event
 */
export async function answerStream(
  events: AsyncIterable<ModelEvent>,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const beganAt = performance.now();
  let begun = false;
  const send = async (frame: Uint8Array) => {
    if (!response.write(frame)) await once(response, 'drain', { signal });
  };
  try {
    let block: { kind: 'text' | 'reasoning'; index: number } | undefined;
    let end: End | undefined;
    for await (const event of events) {
      if (signal.aborted) return;
      if (!begun) {
        begun = true;
        response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
        await send(eventFrame('messageStart', { role: 'assistant' }));
      }
      if (event.kind === 'end') end = event;
      if (event.kind === 'start' || event.kind === 'end') continue;
      // Converse has no event for a sign of life: a delta without text is one.
      const { kind, text } = event.kind === 'alive' ? { kind: block?.kind ?? 'reasoning', text: '' } : event;
      if (block?.kind !== kind) {
        if (block) await send(eventFrame('contentBlockStop', { contentBlockIndex: block.index }));
        block = { kind, index: block ? block.index + 1 : 0 };
      }
      const delta = kind === 'text' ? { text } : { reasoningContent: { text } };
      await send(eventFrame('contentBlockDelta', { contentBlockIndex: block.index, delta }));
    }
    if (!end) throw endedEarly();
    if (block) await send(eventFrame('contentBlockStop', { contentBlockIndex: block.index }));
    await send(eventFrame('messageStop', { stopReason: end.stopReason }));
    response.end(eventFrame('metadata', metadata(end, beganAt)));
  } catch (error) {
    if (!begun || signal.aborted) throw error;
    const { exception, message } = refusalIn(error);
    response.end(exceptionFrame(exception, message));
  }
}

/** The exception of Bedrock an error is told as. The message of an unexpected one is shown: this is the user's machine. */
export function refusalIn(error: unknown): {
  exception: BedrockException;
  message: string;
  retryAfter?: string | undefined;
} {
  if (error instanceof LocalModelError) return error;
  return { exception: 'InternalServerException', message: `The local model failed: ${String(error)}` };
}

function metadata({ usage }: End, beganAt: number): object {
  return {
    ...(usage ? { usage: { ...usage, totalTokens: usage.inputTokens + usage.outputTokens } } : {}),
    metrics: { latencyMs: Math.round(performance.now() - beganAt) },
  };
}

function endedEarly(): LocalModelError {
  return new LocalModelError('ModelStreamErrorException', "The model's answer ended before it was complete.");
}
