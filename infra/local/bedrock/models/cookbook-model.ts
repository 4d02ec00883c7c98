import { setTimeout as sleep } from 'node:timers/promises';
import { languages } from '../../../../schema/languages.ts';
import { answer } from '../../cookbook/cookbook.ts';
import type { ConverseRequest, InferenceConfig, LocalModel } from './local-model.ts';
import { LocalModelError } from './local-model.ts';

const CANNOT_REFINE =
  'The cookbook holds whole programs and cannot change one. A model that can is connected with --model, for example ' +
  'openai:http://127.0.0.1:11434/v1#qwen2.5-coder or bedrock:<model id>.';

/** A rough measure that is near the truth for English and for code. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * The cookbook, answering as a model does: a sentence and one fenced block, token by token, or prose that says why not.
 * It takes the language from `requestMetadata.language` and the instruction from between its tags (`<instruction>`, or `<instruction-2>` and so on).
 * @param tokensPerSecond 0 for all at once
 */
export function createCookbookModel({ tokensPerSecond = 150 }: { tokensPerSecond?: number } = {}): LocalModel {
  return {
    name: 'cookbook',
    async *converse(request, signal) {
      const asked = request.system + request.messages.map(({ text }) => text).join('');
      const { tokens, stopReason } = cut(answerTo(request), request.inferenceConfig);
      const beganAt = performance.now();
      yield { kind: 'start' };
      for (const [index, text] of tokens.entries()) {
        signal.throwIfAborted();
        const early = tokensPerSecond > 0 ? beganAt + (index * 1000) / tokensPerSecond - performance.now() : 0;
        if (early > 0) await sleep(early, undefined, { signal });
        yield { kind: 'text', text };
      }
      const usage = { inputTokens: Math.ceil(asked.length / CHARACTERS_PER_TOKEN), outputTokens: tokens.length };
      yield { kind: 'end', stopReason, usage };
    },
  };
}

function answerTo({ messages, requestMetadata }: ConverseRequest): string {
  const { language } = requestMetadata;
  if (language === undefined || !Object.hasOwn(languages, language)) {
    throw new LocalModelError(
      'ValidationException',
      `requestMetadata.language is ${JSON.stringify(language ?? null)}; the cookbook needs one of the API's languages there, such as "PYTHON".`,
    );
  }
  const text = messages.at(-1)?.text ?? '';
  if (/^<code(?:-\d+)?>/.test(text)) return CANNOT_REFINE;
  const found = answer({ language, instruction: instructionIn(text) });
  if (found.kind === 'unknown') return found.message;
  const { title, fences } = languages[found.language];
  const fence = longerThanAny(found.code);
  const code = found.code.endsWith('\n') ? found.code : `${found.code}\n`;
  return `Here is ${found.task.replaceAll('-', ' ')} in ${title}.\n\n${fence}${fences[0]}\n${code}${fence}\n`;
}

function instructionIn(text: string): string {
  const [, , instruction = text] = /^<(instruction(?:-\d+)?)>([\s\S]*)<\/\1>$/.exec(text) ?? [];
  return instruction.trim();
}

function longerThanAny(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(longest + 1);
}

/** The answer as tokens, up to what the caller allows. */
function cut(
  whole: string,
  { maxTokens, stopSequences = [] }: InferenceConfig,
): { tokens: string[]; stopReason: string } {
  const stops = stopSequences.map((sequence) => whole.indexOf(sequence)).filter((at) => at >= 0);
  const text = whole.slice(0, Math.min(whole.length, ...stops));
  const tokens = text.match(new RegExp(`[\\s\\S]{1,${CHARACTERS_PER_TOKEN}}`, 'gu')) ?? [];
  if (maxTokens !== undefined && tokens.length > maxTokens) {
    return { tokens: tokens.slice(0, maxTokens), stopReason: 'max_tokens' };
  }
  return { tokens, stopReason: stops.length > 0 ? 'stop_sequence' : 'end_turn' };
}
