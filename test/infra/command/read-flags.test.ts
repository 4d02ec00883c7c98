import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../infra/command/run-command.ts';
import type { Command } from '../../../infra/command/read-flags.ts';
import { readFlags } from '../../../infra/command/read-flags.ts';
import packageJson from '../../../package.json' with { type: 'json' };

const flags = {
  port: { type: 'string' },
  'api-key': { type: 'string' },
  list: { type: 'boolean' },
  json: { type: 'string', default: 'eval.json' },
} as const;
const command: Command<typeof flags> = {
  typed: 'npm run it --',
  script: 'it',
  usage: 'How it is used.',
  flags,
  words: 1,
};
const read = (args: string[], env: NodeJS.ProcessEnv = {}) => readFlags(command, args, env);

describe('flags', () => {
  it('have what was said, what stands for what was not, and words', () => {
    expect(read(['--port', '1', 'word', '--api-key=-k'])).toEqual({
      asksFor: undefined,
      values: { port: '1', 'api-key': '-k', list: undefined, json: 'eval.json' },
      words: ['word'],
    });
    expect(read(['-', '--list'])).toMatchObject({ words: ['-'], values: { list: true } });
    expect(read(['--', '--list'])).toMatchObject({ words: ['--list'], values: { list: undefined } });
  });

  it.each([
    ['-h', 'help'],
    ['--help', 'help'],
    ['--version', 'version'],
  ] as const)('%s asks for it', (flag, asksFor) => {
    expect(read([flag])).toMatchObject({ asksFor });
    const text = { help: 'How it is used.', version: `snipstream ${packageJson.version}` }[asksFor];
    expect(answerTo(asksFor, command)).toBe(text);
  });

  it.each([
    [['--prot', '1'], 'There is no flag --prot; did you mean --port? npm run it -- --help tells what there is.'],
    [['-p', '1'], 'There is no flag -p. npm run it -- --help tells what there is.'],
    [['--no-list'], 'There is no flag --no-list. npm run it -- --help tells what there is.'],
    [['--toString'], 'There is no flag --toString. npm run it -- --help tells what there is.'],
    [['--list=yes'], '--list takes no value, and was given "yes".'],
    [['--help=me'], '--help takes no value, and was given "me".'],
    [['--port'], '--port needs a value behind it. npm run it -- --help tells what there is.'],
    [['--port='], '--port needs a value behind it. npm run it -- --help tells what there is.'],
    [['--port', '--list'], '--port needs a value; --list looks like a flag. If it is the value: --port=--list'],
    [['one', 'two'], '"two" is one word too many. npm run it -- --help tells what there is.'],
  ])('%j are refused in one line', (args, sentence) => {
    expect(() => read(args)).toThrow(expect.objectContaining({ message: sentence }));
  });

  it('that npm kept for itself are noticed, and told how to get them through', () => {
    const env = { npm_lifecycle_event: 'it', npm_config_list: 'true', npm_config_api_key: 'k' };
    expect(() => read([], env)).toThrow(
      'npm kept --api-key and --list for itself. Say -- before it, as in: npm run it -- --api-key …',
    );
  });

  it('are npm’s own business when it knows them, or when another script was run', () => {
    expect(read([], { npm_lifecycle_event: 'it', npm_config_json: 'true' }).values.json).toBe('eval.json');
    expect(read([], { npm_lifecycle_event: 'other', npm_config_list: 'true' }).values.list).toBeUndefined();
  });
});
