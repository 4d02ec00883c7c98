import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeAws } from '../../support/fakes/fake-aws.ts';
import { startFakeAws } from '../../support/fakes/fake-aws.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs');

/** Stands for the CDK's own command: it notes its arguments and leaves the outputs that it is given. */
const fakeCdk = `#!/bin/sh
echo "$@" > cdk-arguments
cp outputs-to-be.json dist/outputs.json
exit "$CDK_EXIT"
`;

describe('npm run deploy, with a CDK and an AWS on this machine', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-deploy-'));
  let host: Awaited<ReturnType<typeof startTestHost>>;
  let aws: FakeAws;
  beforeAll(async () => {
    host = await startTestHost();
    const outputs = { ApiUrl: host.url, ApiKey: host.apiKey };
    aws = await startFakeAws({ status: 'CREATE_COMPLETE', outputs, alarms: [], events: [] });
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'cdk'), fakeCdk);
    chmodSync(join(folder, 'cdk'), 0o755);
    writeFileSync(join(folder, 'cdk.json'), '{}');
    for (const name of ['outputs-to-be.json', join('dist', 'outputs.json')]) {
      writeFileSync(join(folder, name), JSON.stringify({ 'snipstream-alice': outputs }));
    }
  });
  afterAll(async () => {
    await Promise.all([host.close(), aws.close()]);
    rmSync(folder, { recursive: true });
  });

  async function command(file: string, args: string[], env: Record<string, string> = {}) {
    const child = spawn(process.execPath, ['--import', tsx, join(root, 'infra', 'deploy', file), ...args], {
      cwd: folder,
      env: {
        ...{ PATH: `${folder}:${process.env['PATH']}`, HOME: folder, CDK_EXIT: '0', AWS_ENDPOINT_URL: aws.url },
        ...{ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' },
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, said: out + err };
  }

  it('deploys a stage of one’s own, and tries what was deployed', async () => {
    const { code, said } = await command('deploy-command.ts', ['--no-check', '-c', 'stage=alice']);
    expect(said).toContain('Passed: One snippet is generated, and its subscription tells of it.');
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'cdk-arguments'), 'utf8')).toBe(
      'deploy --strict --rollback-trigger-alarm-arns none --outputs-file dist/outputs.json -c stage=alice\n',
    );
  });

  it('tries once more, by itself, what was deployed last', async () => {
    const { code, said } = await command('try-command.ts', []);
    expect(said).toContain(`Trying ${host.url};`);
    expect(code).toBe(0);
    expect((await command('try-command.ts', [], { API_URL: host.url, API_KEY: 'da2-wrong' })).code).toBe(1);
  });

  it('says what failed, with the CDK’s own exit code', async () => {
    aws.stack.events = [
      {
        ...{ id: '1', resource: 'ApiSchema', type: 'AWS::AppSync::GraphQLSchema', status: 'UPDATE_FAILED' },
        ...{ reason: 'Failed to parse schema document', at: new Date(Date.now() + 3_600_000) },
      },
    ];
    const args = ['--no-check', '--no-test', '-c', 'stage=alice'];
    const { code, said } = await command('deploy-command.ts', args, { CDK_EXIT: '3' });
    expect(code).toBe(3);
    expect(said).toContain('ApiSchema (AWS::AppSync::GraphQLSchema): Failed to parse schema document');
  });

  it.each([
    [['-c', 'stage=Alice'], 'snipstream: The setting stage is "Alice"; allowed is a name such as dev, prod or alice'],
    [['-c', 'stage=prod'], 'snipstream: Nobody is said to hear of the alarms of prod: say who, with -c alarmEmail='],
  ])('stops at %j before it asks anything of AWS', async (args, sentence) => {
    const before = aws.asked.length;
    const { code, said } = await command('deploy-command.ts', args);
    expect(said).toContain(sentence);
    expect(code).toBe(1);
    expect(aws.asked).toHaveLength(before);
  });
});
