import { describe, expect, it } from 'vitest';
import { GenerationFailure } from '../../functions/generation-failure.ts';
import { createWorkLog, withoutTexts } from '../../functions/work-log.ts';

const HIDDEN = 'The sentence is not shown: it repeats the request.';

/** The lines that a log wrote, each with its fields. */
function logging() {
  const lines: unknown[] = [];
  const log = createWorkLog({ warn: (message, ...more) => void lines.push([message, ...more]) });
  return { log, lines };
}

describe('the line of a failed call', () => {
  const call = { snippetId: 'a', called: 'model', model: 'm', texts: [] } as const;

  it("names the snippet, the model, the failure, and the service's error with its status and request id", () => {
    const { log, lines } = logging();
    const cause = Object.assign(new Error('Too many requests.'), {
      ...{ name: 'ThrottlingException', $metadata: { httpStatusCode: 429, requestId: 'r-1' } },
    });
    log.failedCall({ ...call, failure: new GenerationFailure('MODEL_THROTTLED', { cause }) });
    expect(lines).toEqual([
      [
        'A call of the model failed.',
        {
          ...{ snippetId: 'a', model: 'm', failure: 'MODEL_THROTTLED', errorName: 'ThrottlingException' },
          ...{ status: 429, requestId: 'r-1', sentence: 'Too many requests.' },
        },
      ],
    ]);
  });

  it('has our own reason, name and sentence where no service said anything', () => {
    const { log, lines } = logging();
    log.failedCall({ ...call, called: 'storage', failure: new GenerationFailure('MODEL_TIMED_OUT') });
    const fields = { errorName: 'GenerationFailure', status: null, requestId: null };
    expect(lines).toEqual([
      [
        'A call of the storage failed.',
        expect.objectContaining({ ...fields, sentence: 'The model did not answer in time.' }),
      ],
    ]);
  });

  it('hides a sentence that repeats a text of the caller', () => {
    const { log, lines } = logging();
    const reason = 'Bad input: write my secret program now please!';
    const failure = new GenerationFailure('MODEL_REQUEST_INVALID', { reason });
    log.failedCall({ ...call, failure, texts: ['', 'write my secret program now please!'] });
    expect(lines).toEqual([['A call of the model failed.', expect.objectContaining({ sentence: HIDDEN })]]);
  });
});

describe('a note', () => {
  it('is its message with what it is about', () => {
    const { log, lines } = logging();
    log.note({ snippetId: 'a', model: 'm', message: 'Something.', sentence: 'Because.' });
    expect(lines).toEqual([['Something.', { snippetId: 'a', model: 'm', sentence: 'Because.' }]]);
  });
});

describe('a sentence of a service', () => {
  it.each<[name: string, sentence: string, texts: string[]]>([
    ['a short text whole', 'Cannot read "add two".', ['add two']],
    ['a stretch of 24 units of a long text', `… ${'abcdefghijklmnopqrstuvwx'} …`, ['0abcdefghijklmnopqrstuvwxyz']],
    ['the end of a long text', 'bcdefghijklmnopqrstuvwxyz', ['0123456789abcdefghijklmnopqrstuvwxyz']],
    ['a later one of the texts', 'Cannot read "add two".', ['other', 'add two']],
  ])('is hidden when it repeats %s', (_name, sentence, texts) => {
    expect(withoutTexts(sentence, texts)).toBe(HIDDEN);
  });

  it.each<[name: string, sentence: string, texts: string[]]>([
    ['23 units of a long text', 'bcdefghijklmnopqrstuvwx', ['0abcdefghijklmnopqrstuvwxyz'.replace('a', '!')]],
    ['a word of three letters', 'The sum is wrong.', ['sum']],
    ['blanks', 'The   sum.', ['    ']],
    ['nothing', 'The sum.', []],
  ])('is shown when it repeats no more than %s', (_name, sentence, texts) => {
    expect(withoutTexts(sentence, texts)).toBe(sentence);
  });

  it('is cut at 500 units', () => {
    expect(withoutTexts('x'.repeat(501), [])).toBe('x'.repeat(500));
  });
});
