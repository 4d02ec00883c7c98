import type { ContentBlockDelta, ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import { GenerationFailure } from '../../generation-failure.ts';
import type { ModelEvent } from './code-model.ts';

/**
 * What the events of a ConverseStream say. The usage comes after messageStop, so the end is told when the stream is over;
 * without messageStop there is none.
 * @throws GenerationFailure MODEL_STREAM_INTERRUPTED
 * @throws Error the exception within the stream
 */
export async function* eventsOf(
  stream: AsyncIterable<ConverseStreamOutput> | readonly never[],
): AsyncIterable<ModelEvent> {
  let stopReason: string | undefined;
  let usage: TokenUsage | null = null;
  for await (const event of stream) {
    const failure = failureIn(event);
    if (failure) throw failure;
    if (event.contentBlockDelta) yield spoken(event.contentBlockDelta.delta);
    if (event.messageStop) stopReason = event.messageStop.stopReason ?? 'unknown';
    if (event.metadata?.usage) {
      const { inputTokens = 0, outputTokens = 0 } = event.metadata.usage;
      usage = { inputTokens, outputTokens };
    }
  }
  if (stopReason === undefined) {
    const reason = 'The stream ended without messageStop.';
    throw new GenerationFailure('MODEL_STREAM_INTERRUPTED', { mostCalls: 2, reason });
  }
  yield { kind: 'end', stopReason, usage };
}

function spoken(delta: ContentBlockDelta | undefined): ModelEvent {
  return delta?.text ? { kind: 'text', text: delta.text } : { kind: 'alive' };
}

function failureIn(event: ConverseStreamOutput): Error | undefined {
  return (
    event.internalServerException ??
    event.modelStreamErrorException ??
    event.serviceUnavailableException ??
    event.throttlingException ??
    event.validationException
  );
}
