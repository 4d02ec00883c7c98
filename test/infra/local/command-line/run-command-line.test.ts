import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findLanguage } from '../../../../infra/local/command-line/find-language.ts';
import { run } from '../../../../infra/local/command-line/run-command-line.ts';
import { createScreen } from '../../../../infra/local/command-line/screen.ts';
import type { Input } from '../../../../infra/local/command-line/commands/read-instruction.ts';
import packageJson from '../../../../package.json' with { type: 'json' };
import { languages } from '../../../../schema/languages.ts';
import { data, refusal, startFakeApi } from '../../../support/fakes/fake-api.ts';
import { startGrowingSnippet } from '../../../support/fakes/growing-snippet.ts';
import { anEstimate, aSnippet, aUsageDay, id } from '../../../support/fakes/snippets.ts';

/** A terminal or a pipe that remembers. */
class Recorder {
  text = '';
  readonly isTTY: boolean;
  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }
  write(text: string): void {
    this.text += text;
  }
}

const never = Symbol('an input that never comes');

/** Standard input: what is piped in, or a terminal at which nobody types. */
function input(piped: string | Buffer | typeof never | undefined): Input {
  if (piped === never) return new Readable({ read: () => undefined });
  return Object.assign(Readable.from(piped === undefined ? [] : [piped]), { isTTY: piped === undefined });
}

function typed(
  args: string[],
  { terminal = false, env = {} as NodeJS.ProcessEnv, piped = undefined as Parameters<typeof input>[0] } = {},
) {
  const [out, err] = [new Recorder(terminal), new Recorder(terminal)];
  const interrupt = new AbortController();
  const done = run(args, { env, stdin: input(piped), stdout: out, stderr: err, signal: interrupt.signal });
  return { out, err, interrupt, done };
}

const at = (url: string): string[] => ['--url', url, '--api-key', 'da2-test'];

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-command-line-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('generate', () => {
  it('shows the code on a terminal as it comes, then where it lies', async () => {
    const { api, asked, grow, push, end } = await startGrowingSnippet();
    const { out, err, done } = typed(['python', 'implement', 'binary search', ...at(api.url)], { terminal: true });
    await asked;
    expect(api.requests[0]?.variables).toMatchObject({ language: 'PYTHON', instruction: 'implement binary search' });
    push(grow('def f():\n'));
    await expect.poll(() => out.text).toBe('def f():\n');
    push(grow('  pass'), end('COMPLETED'));
    expect(await done).toBe(0);
    expect(out.text).toBe('def f():\n  pass\n');
    expect(err.text).toContain('\ncode-output/2026-11-23/014501-implement-binary-search.py\n');
  });

  it('writes code to a pipe when it is whole, byte by byte, and nothing else', async () => {
    const { api, asked, grow, restart, push, end } = await startGrowingSnippet();
    const { out, err, done } = typed(['py', 'x', ...at(api.url)]);
    await asked;
    push(grow('first attempt'), restart('second'));
    push(grow(' attempt'), end('COMPLETED'));
    expect(await done).toBe(0);
    expect(out.text).toBe('second attempt');
    expect(err.text).not.toContain('\x1b');
  });

  it('says on a terminal when code that was shown is taken back', async () => {
    const { api, asked, grow, restart, push, end } = await startGrowingSnippet();
    const { out, err, done } = typed(['py', 'x', ...at(api.url)], { terminal: true });
    await asked;
    push(grow('first attempt'), restart('second'), end('COMPLETED'));
    expect(await done).toBe(0);
    expect(out.text).toBe('first attempt\nsecond\n');
    expect(err.text).toContain('taken back');
  });

  it('fails with the reason, and leaves a pipe empty', async () => {
    const failure = {
      code: 'MODEL_REFUSED',
      message: 'The model refused.',
      modelMessage: 'I know no such program.',
      retryable: false,
    } as const;
    const api = await startFakeApi(({ field }) => data(field, aSnippet({ status: 'FAILED', code: 'half', failure })));
    const { out, err, done } = typed(['python', 'x', ...at(api.url)]);
    expect(await done).toBe(1);
    expect(out.text).toBe('');
    expect(err.text).toContain('snipstream: The model refused. It said: I know no such program.\n');
  });

  it('cancels the snippet on Ctrl-C', async () => {
    const { api, asked, grow, push } = await startGrowingSnippet();
    const { err, done, interrupt } = typed(['python', 'x', ...at(api.url)]);
    await asked;
    push(grow('one'));
    interrupt.abort(new Error('interrupted'));
    expect(await done).toBe(130);
    expect(api.requests.at(-1)?.field).toBe('cancelSnippet');
    expect(err.text).toMatch(/\nCancelled\.\n$/);
  });

  it('asks for the model that was named', async () => {
    const api = await startFakeApi(({ field }) => data(field, aSnippet()));
    expect(await typed(['python', 'x', '--model', 'cookbook', ...at(api.url)]).done).toBe(0);
    expect(api.requests[0]?.variables['options']).toMatchObject({ model: 'cookbook' });
  });
});

describe('the screen', () => {
  it('has a status line in place on a terminal, which gives way to code and to lines', () => {
    const terminal = new Recorder(true);
    const screen = createScreen(terminal, terminal);
    screen.status('waiting');
    screen.status('waiting');
    screen.code('half a ');
    screen.status('7 characters');
    screen.code('line');
    screen.say('COMPLETED');
    expect(terminal.text).toBe('\r\x1b[2Kwaiting\r\x1b[2Khalf a line\nCOMPLETED\n');
  });

  it('has none in a pipe', () => {
    const [out, err] = [new Recorder(false), new Recorder(false)];
    const screen = createScreen(out, err);
    screen.status('waiting');
    screen.code('half a line');
    screen.say('COMPLETED');
    expect([out.text, err.text]).toEqual(['half a line', 'COMPLETED\n']);
  });
});

describe('a failure is one clear sentence and exit code 1', () => {
  const nobody = 'http://127.0.0.1:9/graphql';
  it.each([
    [['phyton', 'x'], '"phyton" is no language I know; did you mean PYTHON?'],
    [['python'], 'Say what the code is to do, as in: python "implement binary search"'],
    [[], 'Say a language and what the code is to do, as in: python "implement binary search"'],
    [['--list', '--url', nobody], 'With --url say --api-key as well.'],
    [
      ['--list', '--url', 'nonsense', '--api-key', 'k'],
      '--url is "nonsense"; it is to be like https://example.com/graphql.',
    ],
    [['--list', ...at(nobody)], `Nobody answers at ${nobody}.`],
    [['--frobnicate'], 'There is no flag --frobnicate. npm run -s generate -- --help tells what there is.'],
    [['--lst'], 'There is no flag --lst; did you mean --list?'],
    [['--show'], '--show needs a value behind it.'],
    [['--show', '--list'], '--show needs a value; --list looks like a flag.'],
    [['--list=all'], '--list takes no value, and was given "all".'],
    [['--list', '--show', id], 'Say --show or --list, not both.'],
    [['--cancel', id, '--delete', id], 'Say --cancel or --delete, not both.'],
    [['--list', 'python'], '--list takes no words, and was given "python".'],
    [['--delete', id, 'now'], '--delete takes no words, and was given "now".'],
    [['--list', '--model', 'm'], '--model is for new code, not for --list.'],
    [['--usage', 'python'], '--usage takes no words, and was given "python".'],
    [['--usage', '--list'], 'Say --list or --usage, not both.'],
    [['--usage', '--language', 'go'], '--language says nothing to --usage: leave it out.'],
    [['--estimate', '--show', id], '--estimate is for new code, not for --show.'],
    [['--estimate'], 'Say a language and what the code is to do, as in: python "implement binary search"'],
    [['--refine', id, '--language', 'go', 'x'], '--language says nothing to --refine: leave it out.'],
    [['--refine', id], `Say what the code is to do, as in: --refine ${id} "handle the empty list"`],
    [['python', ''], 'Say what the code is to do, as in: python "implement binary search"'],
    [['-', 'x'], 'Say a language and what the code is to do, as in: python "implement binary search"'],
    [['--data', 'd', '--url', nobody], 'Say --data or --url, not both.'],
    [
      ['--list', '--url', 'localhost:4000/graphql', '--api-key', 'k'],
      '--url is "localhost:4000/graphql"; it is to be like',
    ],
    [['--list', '--url', 'file:///etc', '--api-key', 'k'], '--url is "file:///etc"; it is to be like'],
    [['--list', '--url', nobody, '--api-key', 'a key'], 'The API key is empty, or holds a space'],
    [['--list', '--url', nobody, '--api-key', 'schlüssel'], 'The API key is empty, or holds a space'],
    [['--list', '--data', '/dev/null/x'], '/dev/null/x cannot be used: it, or a part of its path, is a file'],
    [['python', 'x', '--data', '/dev/null/x', '--model', 'gpt'], '/dev/null/x cannot be used'],
  ])('%j', async (args, sentence) => {
    const { out, err, done } = typed(args);
    expect(await done).toBe(1);
    expect(out.text).toBe('');
    expect(err.text).toContain(`snipstream: ${sentence}`);
    expect(
      err.text
        .replace(/^Starting a host.*\n/, '')
        .trim()
        .split('\n'),
    ).toHaveLength(1);
  });

  it.each([
    ['', 'Standard input is empty; it is to hold what the code is to do.'],
    [' \n', 'Standard input is empty; it is to hold what the code is to do.'],
    [Buffer.from([0xff, 0xfe]), 'Standard input is no text in UTF-8.'],
    ['x'.repeat(20_000), 'Standard input holds more than the 4000 characters an instruction may have.'],
  ])('what is piped in: %.20s', async (piped, sentence) => {
    const { err, done } = typed(['python', ...at(nobody)], { piped });
    expect(await done).toBe(1);
    expect(err.text).toBe(`snipstream: ${sentence}\n`);
  });

  it('flags that npm kept for itself', async () => {
    const env = { npm_lifecycle_event: 'generate', npm_config_list: 'true' };
    const { err, done } = typed(['python', 'x'], { env });
    expect(await done).toBe(1);
    expect(err.text).toBe(
      'snipstream: npm kept --list for itself. Say -- before it, as in: npm run -s generate -- --list …\n',
    );
  });

  it.each([
    [
      {
        status: 401,
        body: {
          errors: [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' }],
        },
      },
      'does not accept the key: You are not authorized to make this call.',
    ],
    [
      refusal('snippet', 'InvalidInput', 'id is "x"; allowed is a lower-case UUID.'),
      'The API refused (InvalidInput): id is "x"; allowed is a lower-case UUID.',
    ],
    [{ status: 503, body: 'busy' }, 'answers with HTTP 503: try again in a moment.'],
    [{ body: '<html>a login page</html>' }, 'is no Snipstream API.'],
    [data('snippet', null), `You have no snippet ${id}.`],
  ])('%j', async (answer, sentence) => {
    const api = await startFakeApi(() => answer);
    const { err, done } = typed(['--show', id, ...at(api.url)]);
    expect(await done).toBe(1);
    expect(err.text).toContain(sentence);
    expect(err.text.trim().split('\n')).toHaveLength(1);
  });
});

describe('what is there already', () => {
  it('tells what was used by day and what the limits are', async () => {
    const days = [aUsageDay(), aUsageDay({ day: '2026-11-22', limit: null, cost: null })];
    const api = await startFakeApi(() => data('usage', days));
    const { out, err, done } = typed(['--usage', ...at(api.url)]);
    expect(await done).toBe(0);
    const counts = '3 asked: 1 completed, 1 failed, 0 cancelled, 1 running; 120 tokens read, 900 written';
    expect(out.text).toBe(`2026-11-23  ${counts}; 0.0125 USD\n2026-11-22  ${counts}; the price is not known\n`);
    expect(err.text).toContain('Used today: 2 of 50 snippets, 5020 of 200000 tokens.');
    expect(err.text).toContain('2026-11-24T00:00:00.000Z');
  });

  it('estimates a request and asks for no code', async () => {
    const api = await startFakeApi(({ field }) => data(field, anEstimate()));
    const { out, done } = typed(['--estimate', 'py', 'sort a list', '--model', 'm', ...at(api.url)]);
    expect(await done).toBe(0);
    expect(out.text).toContain('cookbook: 308 tokens read, at most 8192 written\nFrom 0.000308 USD to 0.041268 USD');
    expect(out.text).toContain('Left today: 48 snippets, 194980 tokens\n');
    expect(await typed(['--estimate', '--refine', id, 'faster', ...at(api.url)]).done).toBe(0);
    expect(api.requests).toMatchObject([
      { field: 'estimate', variables: { language: 'PYTHON', instruction: 'sort a list', options: { model: 'm' } } },
      { field: 'estimateRefinement', variables: { id, instruction: 'faster' } },
    ]);
  });

  it('says of a request that would be refused what the refusal says, and fails', async () => {
    const message = 'Your generations of today: 50 of 50 are used.';
    const refusal = {
      quota: 'GENERATIONS',
      limit: 50,
      used: 50,
      resetsAt: '2026-11-24T00:00:00.000Z',
      message,
    } as const;
    const api = await startFakeApi(() => data('estimate', anEstimate({ mostCost: null, leastCost: null, refusal })));
    const { out, err, done } = typed(['--estimate', 'py', 'x', ...at(api.url)]);
    expect(await done).toBe(1);
    expect(out.text).toContain('The price is not known');
    expect(err.text).toBe(`snipstream: ${message}\n`);
  });

  it('is listed newest first, one line each, of one language if wanted', async () => {
    const items = [aSnippet(), aSnippet({ status: 'FAILED', instruction: 'two\nlines' })];
    const api = await startFakeApi(() => data('snippets', { items, nextToken: null }));
    const { out, done } = typed(['--list', '--language', 'Python', ...at(api.url)]);
    expect(await done).toBe(0);
    expect(api.requests[0]?.variables).toEqual({ language: 'PYTHON' });
    expect(out.text.split('\n')).toEqual([
      `${id}  2026-11-23 01:45  COMPLETED  PYTHON     implement binary search`,
      `${id}  2026-11-23 01:45  FAILED     PYTHON     two lines`,
      '',
    ]);
  });

  it('is shown: the code alone on stdout', async () => {
    const api = await startFakeApi(() => data('snippet', aSnippet({ downloadUrl: 'https://example.com/file' })));
    const { out, err, done } = typed(['--show', id, ...at(api.url)]);
    expect(await done).toBe(0);
    expect(out.text).toBe(aSnippet().code);
    expect(err.text).toContain(`${aSnippet().objectKey}, for 5 minutes at https://example.com/file`);
  });
});

describe('a snippet that is there', () => {
  it('is refined: what comes is the code of its child', async () => {
    const { api, asked, grow, push, end } = await startGrowingSnippet();
    const { out, err, done } = typed(['--refine', id, 'handle', 'the empty list', ...at(api.url)]);
    await asked;
    expect(api.requests[0]).toMatchObject({
      field: 'refineSnippet',
      variables: { id, instruction: 'handle the empty list' },
    });
    push(grow('pass'), end('COMPLETED'));
    expect(await done).toBe(0);
    expect(out.text).toBe('pass');
    expect(err.text).toContain(`Asking for another version of ${id} at ${api.url}\n`);
  });

  it.each([
    ['--cancel', 'cancelSnippet', 'CANCELLED', `CANCELLED: ${id}\n`],
    ['--delete', 'deleteSnippet', 'COMPLETED', `Deleted: ${id}\n`],
  ] as const)('ends or goes with %s', async (flag, field, status, said) => {
    const api = await startFakeApi(() => data(field, aSnippet({ status })));
    const { out, err, done } = typed([flag, id, ...at(api.url)]);
    expect(await done).toBe(0);
    expect(api.requests.map((request) => [request.field, request.variables])).toEqual([[field, { id }]]);
    expect([out.text, err.text]).toEqual(['', said]);
  });
});

describe('an instruction from standard input', () => {
  it.each([[['python', '-']], [['python']], [['--language', 'python', '-']]])(
    'is the whole of it: %j',
    async (args) => {
      const api = await startFakeApi(({ field }) => data(field, aSnippet()));
      expect(await typed([...args, ...at(api.url)], { piped: 'count\n  words ✓\n' }).done).toBe(0);
      expect(api.requests[0]?.variables).toMatchObject({ language: 'PYTHON', instruction: 'count\n  words ✓' });
    },
  );

  it('is not read when the words say it', async () => {
    const api = await startFakeApi(({ field }) => data(field, aSnippet()));
    expect(await typed(['python', 'fizzbuzz', ...at(api.url)], { piped: 'something else' }).done).toBe(0);
    expect(api.requests[0]?.variables).toMatchObject({ instruction: 'fizzbuzz' });
  });

  it('is given up on Ctrl-C', async () => {
    const { err, done, interrupt } = typed(['python', '-', ...at('http://127.0.0.1:9/graphql')], { piped: never });
    interrupt.abort(new Error('interrupted'));
    expect(await done).toBe(130);
    expect(err.text).toBe('Cancelled.\n');
  });
});

it.each([
  ['-h', 'npm run -s generate -- LANGUAGE "INSTRUCTION" [options]'],
  ['--help', '--refine ID'],
  ['--version', `snipstream ${packageJson.version}`],
])('%s is answered on stdout', async (flag, text) => {
  const { out, err, done } = typed([flag]);
  expect(await done).toBe(0);
  expect(out.text).toContain(text);
  expect(err.text).toBe('');
});

describe('without --url', () => {
  it('asks the host that runs on the data folder, and says where the file lies', async () => {
    const api = await startFakeApi(({ field }) => data(field, aSnippet()));
    const folder = emptyFolder();
    writeFileSync(join(folder, 'host.lock'), JSON.stringify({ pid: process.pid, url: api.url }));
    writeFileSync(join(folder, 'api-key'), 'da2-kept\n');
    const file = join(folder, aSnippet().objectKey);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '');
    const { err, done } = typed(['python', 'x'], { env: { DATA_DIR: folder } });
    expect(await done).toBe(0);
    expect(api.requests[0]?.headers['x-api-key']).toBe('da2-kept');
    expect(err.text).toContain(`\n${file}\n`);
  });

  it('takes the key that the host was started with, whatever key stands in the environment', async () => {
    const api = await startFakeApi(() => data('snippets', { items: [], nextToken: null }));
    const folder = emptyFolder();
    writeFileSync(join(folder, 'host.lock'), JSON.stringify({ pid: process.pid, url: api.url, apiKey: 'da2-given' }));
    writeFileSync(join(folder, 'api-key'), 'da2-kept\n');
    const keyAsked = async (...args: string[]): Promise<unknown> => {
      expect(await typed(['--list', '--data', folder, ...args], { env: { API_KEY: 'da2-of-another' } }).done).toBe(0);
      return api.requests.at(-1)?.headers['x-api-key'];
    };
    expect(await keyAsked()).toBe('da2-given');
    expect(await keyAsked('--api-key', 'da2-said')).toBe('da2-said');
  });
});

describe('a language', () => {
  it.each([
    ['python', 'PYTHON'],
    ['PY', 'PYTHON'],
    ['.ts', 'TYPESCRIPT'],
    ['c++', 'CPP'],
    ['C#', 'CSHARP'],
    ['visual basic', 'VISUAL_BASIC'],
    ['objective-c', 'OBJECTIVE_C'],
    ['terraform', 'HCL'],
    ['haske', 'HASKELL'],
    ['r', 'R'],
    ['java', 'JAVA'],
  ])('%s is %s', (text, language) => {
    expect(findLanguage(text)).toBe(language);
  });

  it('is found by its enum value and its title, whichever it is', () => {
    for (const [language, { title, fences }] of Object.entries(languages)) {
      for (const name of [language, language.toLowerCase(), title, fences[0]])
        expect(findLanguage(name)).toBe(language);
    }
  });

  it.each([
    ['ja', '"ja" may be JAVA or JAVASCRIPT: say which.'],
    ['m', '"m" may be MATLAB or OBJECTIVE_C: say which.'],
    ['pyton', 'did you mean PYTHON?'],
    ['javascirpt', 'did you mean JAVASCRIPT?'],
    ['brainfuck', 'there are ADA, '],
  ])('%s is answered with: %s', (text, sentence) => {
    expect(() => findLanguage(text)).toThrow(sentence);
  });
});

describe('as a program', () => {
  const program = (args: string[]) =>
    spawn(process.execPath, [
      '--import',
      'tsx',
      fileURLToPath(new URL('../../../../infra/local/command-line/command-line.ts', import.meta.url)),
      ...args,
    ]);

  it('writes code alone to stdout', async () => {
    const api = await startFakeApi(({ field }) => data(field, aSnippet()));
    const child = program(['python', 'x', ...at(api.url)]);
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    expect(out).toBe(aSnippet().code);
    expect(err).toContain('COMPLETED');
    expect(code).toBe(0);
  });

  it('cancels on SIGINT before it ends', async () => {
    const { api, asked } = await startGrowingSnippet();
    const child = program(['python', 'x', ...at(api.url)]);
    await asked;
    child.kill('SIGINT');
    expect(await text(child.stderr)).toContain('Cancelled.');
    expect(api.requests.at(-1)?.field).toBe('cancelSnippet');
  });
});
