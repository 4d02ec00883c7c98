import type {
  BedrockRuntimeClient,
  ConverseStreamCommandInput,
  GuardrailStreamConfiguration,
} from '@aws-sdk/client-bedrock-runtime';
import { ConverseStreamCommand, ValidationException } from '@aws-sdk/client-bedrock-runtime';
import { modelFacts } from '../../../schema/models/model-facts.ts';
import type { WorkLog } from '../../work-log.ts';
import { withoutTexts } from '../../work-log.ts';
import type { CodeModel, CodeRequest } from './code-model.ts';
import { eventsOf } from './converse-events.ts';
import { inferenceOptions } from './inference-options.ts';
import { modelFailure } from './model-failure.ts';
import { promptOf } from './prompt.ts';
import type { AcceptedParts, RefusedParts, RequestPart } from './refused-parts.ts';
import { createRefusedParts } from './refused-parts.ts';

export interface BedrockOptions {
  /** Looks at the caller's text, and at the answer before it is shown. */
  readonly guardrail: GuardrailStreamConfiguration | undefined;
  /** Most tokens of an answer when the caller names no number. */
  readonly defaultMaxTokens: number | undefined;
  /** For models that are asked by an ARN, which does not tell: the id of the model. */
  readonly behind: Readonly<Record<string, string>>;
}

/**
 * Any model of Amazon Bedrock, by ConverseStream. The client is to speak HTTP/1.1: over HTTP/2 a cut looks like an end. A
 * part of a request that a model refuses by name is left out from then on, and that is said once in the log.
 */
export function createBedrockModel(
  client: BedrockRuntimeClient,
  log: Pick<WorkLog, 'note'>,
  settings: BedrockOptions,
): CodeModel {
  const refused = new Map<string, RefusedParts>();

  async function ask(request: CodeRequest, known: RefusedParts, signal: AbortSignal) {
    let takesThinking = true;
    for (;;) {
      const { additionalModelRequestFields, ...plain } = withoutRefused(inputOf(request, settings), known.accepted);
      const input = { ...plain, ...(takesThinking ? { additionalModelRequestFields } : {}) };
      try {
        const { stream } = await client.send(new ConverseStreamCommand(input), { abortSignal: signal });
        return stream ?? [];
      } catch (error) {
        if (!(error instanceof ValidationException)) throw error;
        const part = known.learn(error.message, sentIn(input));
        if (part === undefined) {
          // That models take the field that says how to think was read on public pages, and for none was it tried here.
          if (!takesThinking || additionalModelRequestFields === undefined) throw error;
          takesThinking = false;
          continue;
        }
        const message = `The model refused a part of a request, which is left out or sent smaller from now on: ${part}.`;
        const sentence = withoutTexts(error.message, [request.instruction, request.parentCode ?? '']);
        log.note({ snippetId: request.id, model: request.model, message, sentence });
      }
    }
  }
  return {
    async *answer(request, signal) {
      const known = refused.get(request.model) ?? createRefusedParts();
      refused.set(request.model, known);
      try {
        yield* eventsOf(await ask(request, known, signal));
      } catch (error) {
        throw signal.aborted ? error : modelFailure(error);
      }
    },
  };
}

function sentIn({ system, inferenceConfig = {} }: ConverseStreamCommandInput) {
  const { maxTokens, temperature, topP } = inferenceConfig;
  const parts = Object.entries({ system, maxTokens, temperature, topP }) as [RequestPart, unknown][];
  return { parts: parts.filter(([, value]) => value !== undefined).map(([part]) => part), maxTokens };
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

/** The request without what the model refused before; a system text goes into the first turn. */
function withoutRefused(input: ConverseStreamCommandInput, accepted: AcceptedParts): ConverseStreamCommandInput {
  const { system, messages = [], inferenceConfig = {}, ...others } = input;
  const { maxTokens: wanted, temperature, topP, ...config } = inferenceConfig;
  const maxTokens = accepted.tokens(wanted);
  const rules = (system ?? []).flatMap(({ text }) => (text === undefined ? [] : [{ text }]));
  const [first, ...later] = messages;
  return {
    ...others,
    ...(accepted.leaves('system') && first
      ? { messages: [{ ...first, content: [...rules, ...(first.content ?? [])] }, ...later] }
      : { system, messages }),
    inferenceConfig: {
      ...config,
      ...(maxTokens === undefined ? {} : { maxTokens }),
      ...(temperature === undefined || accepted.leaves('temperature') ? {} : { temperature }),
      ...(topP === undefined || accepted.leaves('topP') ? {} : { topP }),
    },
  };
}
