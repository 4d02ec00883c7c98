import type {
  BedrockRuntimeClient,
  ContentBlockDelta,
  ConverseStreamCommandInput,
  ConverseStreamOutput,
  GuardrailStreamConfiguration,
} from '@aws-sdk/client-bedrock-runtime';
import { ConverseStreamCommand, ValidationException } from '@aws-sdk/client-bedrock-runtime';
import { modelFacts } from '../../../schema/models/model-facts.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import { GenerationFailure } from '../../generation-failure.ts';
import { inferenceOptions } from './inference-options.ts';
import { modelFailure } from './model-failure.ts';
import type { CodeModel, CodeRequest, ModelEvent } from './code-model.ts';
import { promptOf } from './prompt.ts';

export interface BedrockOptions {
  /** Looks at the caller's text, and at the answer before it is shown. */
  readonly guardrail: GuardrailStreamConfiguration | undefined;
  /** Most tokens of an answer when the caller names no number. */
  readonly defaultMaxTokens: number | undefined;
  /** For models that are asked by an ARN, which does not tell: the id of the model. */
  readonly behind: Readonly<Record<string, string>>;
}

/** Any model of Amazon Bedrock, by ConverseStream. The client is to speak HTTP/1.1: over HTTP/2 a cut looks like an end. */
export function createBedrockModel(client: BedrockRuntimeClient, settings: BedrockOptions): CodeModel {
  return {
    async *answer(request, signal) {
      try {
        const { stream } = await ask(client, inputOf(request, settings), signal);
        yield* eventsOf(stream ?? []);
      } catch (error) {
        throw signal.aborted ? error : modelFailure(error);
      }
    },
  };
}

/**
 * Asks once more without the field that says how to think when the request is refused: that it takes the field was read
 * on public pages, and for no model was it tried here.
 */
async function ask(client: BedrockRuntimeClient, input: ConverseStreamCommandInput, abortSignal: AbortSignal) {
  try {
    return await client.send(new ConverseStreamCommand(input), { abortSignal });
  } catch (error) {
    const { additionalModelRequestFields, ...plain } = input;
    if (!additionalModelRequestFields || !(error instanceof ValidationException)) throw error;
    return client.send(new ConverseStreamCommand(plain), { abortSignal });
  }
}

function inputOf(
  request: CodeRequest,
  { guardrail, defaultMaxTokens, behind }: BedrockOptions,
): ConverseStreamCommandInput {
  const { id, language, model, options } = request;
  return {
    modelId: model,
    ...promptOf(request, guardrail !== undefined),
    ...inferenceOptions(options, modelFacts(behind[model] ?? model), defaultMaxTokens),
    ...(guardrail ? { guardrailConfig: guardrail } : {}),
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
