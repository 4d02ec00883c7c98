import type {
  AcceptedParts,
  RequestPart,
  SentParts,
} from '../../../../functions/generate-snippet/models/refused-parts.ts';
import type { ConverseRequest, Message } from '../models/local-model.ts';

/** The two names of the limit of tokens; newer servers know the second alone, Ollama the first. */
export type TokenLimitName = 'max_tokens' | 'max_completion_tokens';

/** The body of a chat completion without the parts that the model refuses (https://platform.openai.com/docs/api-reference/chat). */
export function bodyOf(
  model: string,
  { system, messages, inferenceConfig }: ConverseRequest,
  accepted: AcceptedParts,
  limitName: TokenLimitName,
): object {
  const { maxTokens, temperature, topP, stopSequences } = inferenceConfig;
  const asSystem = system !== '' && !accepted.leaves('system');
  return {
    model,
    stream: true,
    stream_options: accepted.leaves('usage') ? undefined : { include_usage: true },
    messages: [
      ...(asSystem ? [{ role: 'system', content: system }] : []),
      ...(asSystem ? messages : inFirstTurn(system, messages)).map(({ role, text }) => ({ role, content: text })),
    ],
    [limitName]: accepted.tokens(maxTokens),
    temperature: accepted.leaves('temperature') ? undefined : temperature,
    top_p: accepted.leaves('topP') ? undefined : topP,
    stop: stopSequences,
  };
}

/** The parts that such a body had. */
export function sentIn({ system, inferenceConfig }: ConverseRequest, accepted: AcceptedParts): SentParts {
  const { temperature, topP } = inferenceConfig;
  const maxTokens = accepted.tokens(inferenceConfig.maxTokens);
  const values: [RequestPart, boolean][] = [
    ['usage', !accepted.leaves('usage')],
    ['system', system !== '' && !accepted.leaves('system')],
    ['temperature', temperature !== undefined && !accepted.leaves('temperature')],
    ['topP', topP !== undefined && !accepted.leaves('topP')],
    ['maxTokens', maxTokens !== undefined],
  ];
  return { parts: values.filter(([, isSent]) => isSent).map(([part]) => part), maxTokens };
}

function inFirstTurn(system: string, [first, ...others]: readonly Message[]): readonly Message[] {
  if (!first || system === '') return first ? [first, ...others] : [];
  return [{ ...first, text: `${system}\n\n${first.text}` }, ...others];
}
