import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import packageJson from '../../../../package.json' with { type: 'json' };
import { tasks } from '../../../../infra/local/cookbook/tasks.ts';
import { welcome } from '../../../../infra/local/command-line/welcome.ts';
import { createFedModel } from '../../../support/fakes/fed-model.ts';
import { startTestHost } from '../../../support/hosts/test-host.ts';

const run = promisify(execFile);
const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

const host = {
  url: 'http://127.0.0.1:4000/graphql',
  realtimeUrl: 'ws://127.0.0.1:4000/graphql/realtime',
  apiKey: 'da2-test',
  dataFolder: '/data',
  model: 'cookbook',
  generations: 100,
};
/** The lines to paste, of the host with this address and key. */
const pasted = (at: { url: string; apiKey: string }): string[] =>
  welcome({ ...host, ...at }, 1)
    .split('\n')
    .filter((line) => line.startsWith('curl '));

describe('what the start says', () => {
  it('says of the cookbook that it is no AI, how much it knows, and the one command for a model', () => {
    expect(welcome(host, 1.23)).toContain(
      `Model      cookbook: ${tasks.length} tasks, no AI. For a real model: npm run model\n`,
    );
    expect(Object.keys(packageJson.scripts)).toContain('model');
  });

  it('names any other model as --model does, and says nothing of the cookbook', () => {
    const text = welcome({ ...host, model: 'openai:http://127.0.0.1:11434/v1#a' }, 1);
    expect(text).toContain('Model      openai:http://127.0.0.1:11434/v1#a\n');
    expect(text).not.toContain('cookbook');
  });
});

describe.skipIf(!isThere('curl'))('the line to paste, in a shell', () => {
  it('answers with the snippet, and asks why there is none', async () => {
    const started = await startTestHost();
    try {
      const [line = ''] = pasted(started);
      const { stdout } = await run('bash', ['-c', line]);
      expect(JSON.parse(stdout)).toMatchObject({
        data: { generateCode: { status: 'COMPLETED', code: expect.stringContaining('def '), failure: null } },
      });
    } finally {
      await started.close();
    }
  });

  it.skipIf(!isThere('jq'))(
    'shows with jq the code as code, why there is none, or why the call was refused',
    async () => {
      const model = createFedModel();
      const started = await startTestHost({ model });
      const shown = async (at: { url: string; apiKey: string }): Promise<string> => {
        const { stdout } = await run('bash', ['-c', pasted(at)[1] ?? '']);
        return stdout;
      };
      try {
        const code = shown(started);
        await model.asked(1);
        model.say('```python\nprint("one")\nprint("two")\n```\n');
        model.end();
        expect(await code).toBe('print("one")\nprint("two")\n\n');
        const prose = shown(started);
        await model.asked(2);
        model.say('I know no such program.');
        model.end();
        expect(await prose).toBe('The model answered without code: I know no such program.\n');
        expect(await shown({ ...started, apiKey: 'da2-wrong' })).toBe('You are not authorized to make this call.\n');
      } finally {
        await started.close();
      }
    },
  );
});
