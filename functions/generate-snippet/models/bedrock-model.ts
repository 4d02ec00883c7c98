import type {
  BedrockRuntimeClient,
  ContentBlockDelta,
  ConverseStreamCommandInput,
  ConverseStreamOutput,
  GuardrailStreamConfiguration,
} from '@aws-sdk/client-bedrock-runtime';
import { ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { work } from '../../../schema/limits.ts';
import { modelFacts } from '../../../schema/model-catalogue.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import { GenerationFailure } from '../../generation-failure.ts';
import { modelFailure } from './model-failure.ts';
import type { CodeModel, CodeRequest, ModelEvent } from './code-model.ts';
import { promptOf } from './prompt.ts';

/**
 * Any model of Amazon Bedrock, by ConverseStream. The client is to speak HTTP/1.1: over HTTP/2 a cut looks like an end. A
 * guardrail, when there is one, looks at the caller's text and at the answer before it is shown.
 */
export function createBedrockModel(client: BedrockRuntimeClient, guardrail?: GuardrailStreamConfiguration): CodeModel {
  return {
    async *answer(request, signal) {
      try {
        const { stream } = await client.send(new ConverseStreamCommand(inputOf(request, guardrail)), {
          abortSignal: signal,
        });
        yield* eventsOf(stream ?? []);
      } catch (error) {
        throw signal.aborted ? error : modelFailure(error);
      }
    },
  };
}

/** Sampling that a fallback model does not take is left out; for the model that was asked for it was refused before. */
function inputOf(request: CodeRequest, guardrailConfig?: GuardrailStreamConfiguration): ConverseStreamCommandInput {
  const { id, language, model } = request;
  const { maxTokens, temperature, topP, stopSequences } = request.options;
  const { sampling, maxTokens: mostTokens } = modelFacts(model);
  const hot = typeof temperature === 'number' && sampling !== 'none';
  const narrow = typeof topP === 'number' && (sampling === 'both' || (sampling === 'either' && !hot));
  return {
    modelId: model,
    ...promptOf(request, guardrailConfig !== undefined),
    inferenceConfig: {
      maxTokens: Math.min(maxTokens ?? work.usualTokens, mostTokens ?? Infinity),
      ...(hot ? { temperature } : {}),
      ...(narrow ? { topP } : {}),
      ...(stopSequences ? { stopSequences } : {}),
    },
    ...(guardrailConfig ? { guardrailConfig } : {}),
    requestMetadata: { id, language },
  };
}

/** The usage comes after messageStop, so the end is told when the stream is over; without messageStop there is none. */
async function* eventsOf(stream: AsyncIterable<ConverseStreamOutput> | []): AsyncIterable<ModelEvent> {
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
  if (stopReason === undefined) throw new GenerationFailure('MODEL_STREAM_INTERRUPTED', { mostCalls: 2 });
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
