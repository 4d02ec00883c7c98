import { outOfTime } from './code-model.ts';

/**
 * What the word that an answer ended with says of it.
 *
 * - `good`: the model had said all it wanted.
 * - `limit`: it was stopped at its token limit, and would have said more.
 * - `late`: it was stopped because the worker's time was up.
 * - `refused`: the model, or a filter in front of it, would not answer.
 * - `broken`: something went wrong, whatever had come by then.
 * - `unsaid`: the answer is over and no reason was given, which is believed when the code's block was closed.
 * - `unlisted`: any other word, which is believed as far as `unsaid`.
 */
export type EndKind = 'good' | 'limit' | 'late' | 'refused' | 'broken' | 'unsaid' | 'unlisted';

/** The stop reason of an answer that came to its end without one. */
export const UNSAID = 'unsaid';

/**
 * The closed list of ends, by Converse's stop reasons
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html) and by the finish reasons of
 * servers of the OpenAI kind (https://platform.openai.com/docs/api-reference/chat/streaming,
 * https://docs.mistral.ai/api/).
 */
const kinds: ReadonlyMap<string, EndKind> = new Map([
  ['end_turn', 'good'],
  ['stop_sequence', 'good'],
  ['stop', 'good'],
  ['eos', 'good'],
  ['max_tokens', 'limit'],
  ['model_context_window_exceeded', 'limit'],
  ['length', 'limit'],
  ['model_length', 'limit'],
  [outOfTime, 'late'],
  ['guardrail_intervened', 'refused'],
  ['content_filtered', 'refused'],
  ['content_filter', 'refused'],
  ['refusal', 'refused'],
  ['malformed_model_output', 'broken'],
  ['malformed_tool_use', 'broken'],
  ['error', 'broken'],
  ['abort', 'broken'],
  [UNSAID, 'unsaid'],
]);

/** The kind of a stop reason, in whatever case it is written. */
export function endKind(stopReason: string): EndKind {
  return kinds.get(stopReason.toLowerCase()) ?? 'unlisted';
}
