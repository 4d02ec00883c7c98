import type { Move, Talk } from '../fakes/bedrock-wire.ts';
import type { Outcome } from './ends.ts';
import { CONTINUATION, HALF, OPEN, WHOLE, continued, disowned, interrupted, truncated } from './ends.ts';

/** What Bedrock does call by call, the last again and again, and what it comes to. */
export type ConverseEnd = readonly [name: string, talks: readonly [Talk, ...Talk[]], outcome: Outcome];

const says = (text: string, ...behind: Move[]): Talk => [{ text }, ...behind];
const stop = (reason: string): Move => ({ stop: reason });

export const converseEnds: readonly ConverseEnd[] = [
  ...['end_turn', 'stop_sequence'].flatMap((word): ConverseEnd[] => [
    [`${word} behind a whole block`, [says(WHOLE, stop(word))], {}],
    [`${word} in an open block`, [says(OPEN, stop(word))], truncated],
  ]),
  ...['max_tokens', 'model_context_window_exceeded'].flatMap((word): ConverseEnd[] => [
    [`${word} in an open block, continued`, [says(OPEN, stop(word)), says(CONTINUATION, stop('end_turn'))], continued],
    [`${word} behind a whole block`, [says(WHOLE, stop(word))], {}],
    [`${word} in prose`, [says('Well, let me think.', stop(word))], { failure: 'MODEL_RETURNED_NO_CODE' }],
  ]),
  [
    'a continuation in an open block',
    [says(OPEN, stop('max_tokens')), says('```python\n    return a + ', stop('end_turn'))],
    { code: `${HALF} a + `, truncated: true, calls: 2 },
  ],
  [
    'a continuation with malformed output',
    [says(OPEN, stop('max_tokens')), says(CONTINUATION, stop('malformed_model_output'))],
    { ...truncated, calls: 2 },
  ],
  [
    'a continuation that is refused',
    [says(OPEN, stop('max_tokens')), says(CONTINUATION, stop('content_filtered'))],
    { ...truncated, calls: 2 },
  ],
  ['a continuation without an end', [says(OPEN, stop('max_tokens')), says(CONTINUATION)], { ...truncated, calls: 2 }],
  ...['guardrail_intervened', 'content_filtered', 'refusal'].map((word): ConverseEnd => [
    word,
    [says(WHOLE, stop(word))],
    { failure: 'MODEL_REFUSED', code: 'print(1)\n' },
  ]),
  ...['malformed_model_output', 'malformed_tool_use'].flatMap((word): ConverseEnd[] => [
    [`${word} in an open block`, [says(OPEN, stop(word))], interrupted],
    [`${word} behind a whole block`, [says(WHOLE, stop(word))], disowned],
    [`${word} once, then a good answer`, [says(OPEN, stop(word)), says(WHOLE, stop('end_turn'))], { calls: 2 }],
  ]),
  ['an unknown word behind a whole block', [says(WHOLE, stop('something_new'))], {}],
  ['an unknown word in an open block', [says(OPEN, stop('something_new'))], interrupted],
  ['tool_use behind a whole block', [says(WHOLE, stop('tool_use'))], {}],
  ['no word behind a whole block', [says(WHOLE)], disowned],
  ['no word in an open block', [says(OPEN)], interrupted],
  ['a cut in an open block', [says(OPEN, 'cut')], interrupted],
  ['a cut behind a whole block', [says(WHOLE, 'cut')], disowned],
  ['a broken frame in an open block', [says(OPEN, 'corrupt')], interrupted],
  ['an exception in an open block', [says(OPEN, { exception: 'ModelStreamErrorException' })], interrupted],
  ['nothing but a good word', [[stop('end_turn')]], { failure: 'MODEL_RETURNED_NO_CODE' }],
];
