import type { Reply } from '../fakes/openai-server.ts';
import type { Outcome } from './ends.ts';
import { CONTINUATION, HALF, OPEN, WHOLE, continued, disowned, interrupted, truncated } from './ends.ts';

/** What a server sends call by call, the last again and again, and what it comes to. */
export type OpenAiEnd = readonly [name: string, replies: readonly [Reply, ...Reply[]], outcome: Outcome];

const DONE = 'data: [DONE]\n\n';
const frame = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
const choice = (delta: object, finish_reason: string | null = null) => ({
  choices: [{ index: 0, delta, finish_reason }],
});
const says = (content: unknown, reason: string | null = null): string => frame(choice({ content }, reason));
const stream = (...frames: string[]): Reply => ({ body: frames.join('') });
const cut = (...frames: string[]): Reply => ({ body: frames.join(''), cut: true });
const inJson = (value: unknown, status = 200): Reply => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(value),
});
const good = stream(says(WHOLE), frame(choice({}, 'stop')), DONE);

const words: OpenAiEnd[] = [
  ...['stop', 'eos', 'end_turn', 'stop_sequence', 'STOP'].flatMap((word): OpenAiEnd[] => [
    [`${word} behind a whole block`, [stream(says(WHOLE), frame(choice({}, word)), DONE)], {}],
    [`${word} in an open block`, [stream(says(OPEN), frame(choice({}, word)), DONE)], truncated],
  ]),
  ...['length', 'model_length', 'max_tokens'].flatMap((word): OpenAiEnd[] => [
    [
      `${word} in an open block, continued`,
      [stream(says(OPEN, word), DONE), stream(says(CONTINUATION, 'stop'), DONE)],
      continued,
    ],
    [`${word} behind a whole block`, [stream(says(WHOLE, word), DONE)], {}],
  ]),
  ['length twice', [stream(says(OPEN, 'length'), DONE)], { ...truncated, calls: 2 }],
  [
    'length, and a continuation that breaks off',
    [stream(says(OPEN, 'length'), DONE), cut(says(CONTINUATION))],
    { ...truncated, calls: 2 },
  ],
  ...['content_filter', 'content_filtered', 'refusal', 'guardrail_intervened'].map((word): OpenAiEnd => [
    word,
    [stream(says(WHOLE), frame(choice({}, word)), DONE)],
    { failure: 'MODEL_REFUSED', code: 'print(1)\n' },
  ]),
  ['a refusal', [stream(frame(choice({ refusal: 'No.' }, 'stop')), DONE)], { failure: 'MODEL_REFUSED' }],
  ...['error', 'abort', 'malformed_model_output', 'malformed_tool_use'].flatMap((word): OpenAiEnd[] => [
    [`${word} in an open block`, [stream(says(OPEN, word), DONE)], interrupted],
    [`${word} behind a whole block`, [stream(says(WHOLE, word), DONE)], disowned],
  ]),
  ['an unknown word behind a whole block', [stream(says(WHOLE, 'something_new'), DONE)], {}],
  ['an unknown word in an open block', [stream(says(OPEN, 'something_new'), DONE)], interrupted],
  ['a call of a tool behind a whole block', [stream(says(WHOLE, 'tool_calls'), DONE)], {}],
  [
    'a number behind a whole block',
    [stream(frame({ choices: [{ delta: { content: WHOLE }, finish_reason: 7 }] }))],
    {},
  ],
  ['an empty reason, then the end of the connection', [stream(says(OPEN, ''))], interrupted],
  ['an empty reason behind a whole block, then [DONE]', [stream(says(WHOLE, ''), DONE)], {}],
  ['a reason that is followed by none', [stream(says(OPEN, 'stop'), frame(choice({})), DONE)], truncated],
];

const withoutWords: OpenAiEnd[] = [
  ['[DONE] behind a whole block', [stream(says(WHOLE), DONE)], {}],
  ['[DONE] in an open block', [stream(says(OPEN), DONE)], interrupted],
  ['a clean close behind a whole block', [stream(says(WHOLE))], {}],
  ['a clean close in an open block', [stream(says(OPEN))], interrupted],
  [
    'a clean close of code without a fence',
    [stream(says('import os\nprint(os.getcwd())\nfor a in'))],
    {
      failure: 'MODEL_STREAM_INTERRUPTED',
      code: 'import os\nprint(os.getcwd())\nfor a in',
    },
  ],
  ['a cut in an open block', [cut(says(OPEN))], interrupted],
  ['a cut behind a whole block', [cut(says(WHOLE))], disowned],
  ['a cut behind a good word', [cut(says(WHOLE, 'stop'))], {}],
  ['a cut in the middle of a message', [cut(says(OPEN), 'data: {"choices":[{"del')], interrupted],
  ['the end in the middle of a message', [stream(says(OPEN), 'data: {"choices":[{"del')], interrupted],
  ['a message that is not JSON', [stream(says(OPEN), 'data: oops\n\n', says('', 'stop'), DONE)], interrupted],
  ['nothing at all', [stream()], { failure: 'MODEL_STREAM_INTERRUPTED' }],
  ['nothing but [DONE]', [stream(DONE)], { failure: 'MODEL_STREAM_INTERRUPTED' }],
  ['a cut, then a good answer', [cut(says(OPEN)), good], { calls: 2 }],
];

const serverError = { code: 500, message: 'Context size has been exceeded.', type: 'server_error' };
const badRequest = { code: 400, message: 'the request exceeds the context size', type: 'invalid_request_error' };
const shapes: readonly (readonly [string, string])[] = [
  ['a field named error', `error: ${JSON.stringify(serverError)}\n\n`],
  ['an event named error', `event: error\ndata: ${JSON.stringify(serverError)}\n\n`],
  ['an event named error in plain words', 'event: error\ndata: out of memory\n\n'],
  ['a message with an error', frame({ error: serverError })],
  ['a message with an error in words', frame({ error: 'out of memory' })],
  ['an object of the kind error', frame({ object: 'error', message: 'EngineDeadError', code: 500 })],
  ['a message of the type error', frame({ type: 'error', message: 'Overloaded' })],
  ['a detail', frame({ detail: 'Internal Server Error' })],
  ['a message and a code', frame({ message: 'upstream failed', code: 'bad_gateway' })],
  [
    'an error beside the choices',
    frame({ error: serverError, choices: [{ index: 0, delta: {}, finish_reason: 'error' }] }),
  ],
  ['an error in the choice', frame({ choices: [{ index: 0, delta: {}, error: serverError, finish_reason: 'stop' }] })],
  ['a bare line of JSON', `${JSON.stringify({ error: 'an error was encountered' })}\n`],
];
const errors: OpenAiEnd[] = [
  ...shapes.flatMap(([name, text]): OpenAiEnd[] => [
    [`${name} in an open block`, [stream(says(OPEN), text, DONE)], interrupted],
    [`${name} behind a whole block`, [stream(says(WHOLE), text, DONE)], disowned],
  ]),
  ['an error once, then a good answer', [stream(says(OPEN), frame({ error: serverError })), good], { calls: 2 }],
  ['an empty error behind a good word', [stream(says(WHOLE, 'stop'), frame({ error: null, choices: [] }), DONE)], {}],
  [
    'an error first that the request made',
    [stream(`error: ${JSON.stringify(badRequest)}\n\n`, DONE)],
    {
      failure: 'MODEL_REQUEST_INVALID',
    },
  ],
  [
    'an error first of the server',
    [stream(`error: ${JSON.stringify(serverError)}\n\n`, DONE)],
    {
      failure: 'MODEL_UNAVAILABLE',
      calls: 3,
    },
  ],
  [
    'an error first with nothing but a type',
    [stream(frame({ error: { message: 'No.', type: 'invalid_request_error' } }))],
    {
      failure: 'MODEL_REQUEST_INVALID',
    },
  ],
  [
    'an error first without a code',
    [stream(frame({ error: 'crashed' }), DONE)],
    { failure: 'MODEL_UNAVAILABLE', calls: 2 },
  ],
  [
    'an error in place of a stream, with 200',
    [inJson({ error: 'Unexpected endpoint' })],
    {
      failure: 'MODEL_UNAVAILABLE',
      calls: 2,
    },
  ],
  [
    'a page in place of a stream',
    [{ contentType: 'text/html', body: '<html><title>Welcome</title></html>' }],
    {
      failure: 'MODEL_UNAVAILABLE',
      calls: 2,
    },
  ],
  [
    'another place',
    [{ status: 301, headers: { location: '/v2' }, body: '' }],
    { failure: 'MODEL_UNAVAILABLE', calls: 2 },
  ],
  ['a wrong key', [inJson({ error: 'no' }, 401)], { failure: 'MODEL_ACCESS_DENIED' }],
  ['a locked door', [inJson({ error: 'no' }, 403)], { failure: 'MODEL_ACCESS_DENIED' }],
  [
    'a request that it does not take',
    [inJson({ detail: [{ msg: 'bad', input: 'x' }] }, 422)],
    { failure: 'MODEL_REQUEST_INVALID' },
  ],
  [
    'a fault of its own',
    [inJson({ error: { message: 'cuda error' } }, 500)],
    { failure: 'MODEL_UNAVAILABLE', calls: 3 },
  ],
  ['a time that ran out on its side', [inJson({ error: 'slow' }, 504)], { failure: 'MODEL_TIMED_OUT', calls: 2 }],
];

const whole = (message: object, finish_reason: string | null = 'stop') => ({ choices: [{ message, finish_reason }] });
const dialects: OpenAiEnd[] = [
  ['empty data frames', [stream('data:\n\n', 'data: \n\n', says(WHOLE, 'stop'), 'data:\n\n', DONE)], {}],
  ['blanks around [DONE]', [stream(says(WHOLE), 'data:   [DONE]  \n\n')], {}],
  ['comments', [stream(': ping\n\n', says(WHOLE), ':\n\n', says('', 'stop'), ': OPENROUTER PROCESSING\n\n')], {}],
  [
    'content in typed parts',
    [
      stream(
        says([{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }]),
        says([
          { type: 'text', text: '```python\n' },
          { type: 'text', text: 'print(1)\n```\n' },
        ]),
        says(null, 'stop'),
      ),
    ],
    {},
  ],
  ['a whole answer in JSON', [inJson(whole({ role: 'assistant', content: WHOLE }))], {}],
  [
    'a whole answer in JSON over several lines',
    [{ contentType: 'application/json; charset=utf-8', body: JSON.stringify(whole({ content: WHOLE }), null, 2) }],
    {},
  ],
  [
    'a whole answer in JSON that was cut',
    [{ contentType: 'application/json', body: JSON.stringify(whole({ content: WHOLE })).slice(0, -9) }],
    {
      failure: 'MODEL_STREAM_INTERRUPTED',
    },
  ],
  ['a whole answer in JSON, half a program', [inJson(whole({ content: OPEN }))], truncated],
  [
    'a whole answer in JSON at the limit, continued',
    [inJson(whole({ content: OPEN }, 'length')), inJson(whole({ content: CONTINUATION }))],
    continued,
  ],
  [
    'JSON line by line',
    [
      {
        contentType: 'application/x-ndjson',
        body: `${JSON.stringify(choice({ content: WHOLE }))}\n${JSON.stringify(choice({}, 'stop'))}\n`,
      },
    ],
    {},
  ],
  ['its content type in capitals', [{ ...good, contentType: 'Text/Event-Stream' }], {}],
  ['another content type', [{ ...good, contentType: 'application/octet-stream' }], {}],
  ['no content type', [{ ...good, contentType: null }], {}],
  [
    'lines that end as on Windows',
    [stream(says(WHOLE).replaceAll('\n', '\r\n'), says('', 'stop').replaceAll('\n', '\r\n'))],
    {},
  ],
  [
    'no blank line behind the last message',
    [stream(says(OPEN), says('').trimEnd(), '\n\n', says('', 'stop').trimEnd())],
    truncated,
  ],
  [
    'no blank lines between messages',
    [stream(says(WHOLE).trimEnd(), '\n', says('', 'stop').trimEnd(), '\n', DONE)],
    {},
  ],
  [
    'events with names',
    [
      stream(
        'event: message\n',
        says(WHOLE),
        'event: ping\ndata: {"type":"ping"}\n\n',
        'event: ping\ndata: 12\n\n',
        says('', 'stop'),
      ),
    ],
    {},
  ],
  [
    'a second choice',
    [stream(says(WHOLE, 'stop'), frame({ choices: [{ index: 1, delta: { content: 'no' }, finish_reason: 'error' }] }))],
    {},
  ],
  [
    'thoughts and no word',
    [stream(frame(choice({ reasoning_content: 'hm' })), frame(choice({ reasoning: 'hm' }, 'stop')))],
    {
      failure: 'MODEL_RETURNED_NO_CODE',
    },
  ],
  ['prose', [stream(says('I do not know.', 'stop'), DONE)], { failure: 'MODEL_RETURNED_NO_CODE' }],
  [
    'code that is cut in the middle of a character',
    [stream(says('```python\nprint("\ud83d'), says('\ude00")\n```', 'stop'))],
    { code: 'print("😀")\n' },
  ],
  [
    'half a character at the end of what came',
    [stream(says(`${OPEN} "\ud83d`, 'stop'))],
    { code: `${HALF} "`, truncated: true },
  ],
];

export const openAiEnds: readonly OpenAiEnd[] = [...words, ...withoutWords, ...errors, ...dialects];
