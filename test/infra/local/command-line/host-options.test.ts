import { describe, expect, it } from 'vitest';
import { blockedPorts } from '../../../../infra/local/command-line/blocked-ports.ts';
import { readChoices } from '../../../../infra/local/command-line/host-options.ts';
import { portFault } from '../../../../infra/local/http/http-server.ts';

const choices = (args: string[], env: NodeJS.ProcessEnv = {}) => readChoices(args, env);

describe('the options of the host', () => {
  it('are port 4000 and .snipstream when nothing is said', () => {
    expect(choices([])).toMatchObject({ port: 4000, dataFolder: '.snipstream', model: undefined, apiKey: undefined });
  });

  it('come from flags, else from variables; an empty variable says nothing', () => {
    const env = { PORT: '1', DATA_DIR: 'd', MODEL: 'm', API_KEY: 'da2-variable', GENERATIONS: '' };
    expect(choices(['--port', '0'], env)).toMatchObject({
      port: 0,
      dataFolder: 'd',
      model: 'm',
      apiKey: 'da2-variable',
      generations: 100,
      repair: true,
    });
  });

  it.each([
    [['--port', 'http'], {}, '--port is "http"; allowed is a whole number from 0 to 65535.'],
    [['--port', '65536'], {}, '--port is "65536"; allowed is a whole number from 0 to 65535.'],
    [['--port', '1e3'], {}, '--port is "1e3"; allowed is a whole number from 0 to 65535.'],
    [['--port=-1'], {}, '--port is "-1"; allowed is a whole number from 0 to 65535.'],
    [[], { PORT: 'tcp://172.17.0.2:80' }, 'PORT is "tcp://172.17.0.2:80"; allowed is a whole number from 0 to 65535.'],
    [['--repair', 'maybe'], {}, '--repair is "maybe"; allowed is on or off.'],
    [['--generations', '0'], {}, '--generations is "0"; allowed is a whole number from 1 to 1000.'],
    [[], { GENERATIONS: 'many' }, 'GENERATIONS is "many"; allowed is a whole number from 1 to 1000.'],
    [['--api-key', 'short'], {}, '--api-key is 5 characters long; allowed are 8 to 128 of A-Z a-z 0-9 _ and -.'],
    [
      [],
      { API_KEY: 'a key with spaces' },
      'API_KEY is 17 characters long; allowed are 8 to 128 of A-Z a-z 0-9 _ and -.',
    ],
    [['--data', ''], {}, '--data needs a value behind it. npm start -- --help tells what there is.'],
    [['cookbook'], {}, '"cookbook" is one word too many. npm start -- --help tells what there is.'],
    [
      [],
      { npm_lifecycle_event: 'start', npm_config_port: '0' },
      'npm kept --port for itself. Say -- before it, as in: npm start -- --port …',
    ],
  ])('%j with %j are refused in one line', (args, env, sentence) => {
    expect(() => choices(args, env)).toThrow(expect.objectContaining({ message: sentence }));
  });
});

describe('a port that fetch refuses to call', () => {
  it('is refused, as the functions could not call the API at it', async () => {
    for (const port of blockedPorts) {
      expect(() => choices(['--port', `${port}`])).toThrow(
        `--port is "${port}", a port that browsers and fetch refuse to call`,
      );
      await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ cause: { message: 'bad port' } });
    }
  });
});

describe('a port that cannot be had', () => {
  it.each([
    ['EADDRINUSE', 'Port 80 is taken; --port 0 takes a free one.'],
    ['EACCES', "Port 80 is not this user's to take; take one from 1024 on, or --port 0."],
    ['EADDRNOTAVAIL', 'Port 80 cannot be used (EADDRNOTAVAIL); --port 0 takes a free one.'],
  ])('is told with the way out: %s', (code, sentence) => {
    expect(portFault(80, Object.assign(new Error('listen'), { code }))).toBe(sentence);
  });
});
