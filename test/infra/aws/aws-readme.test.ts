import { Template } from 'aws-cdk-lib/assertions';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { readDeliveryConfig } from '../../../infra/aws/delivery/delivery-config.ts';
import { readConfig } from '../../../infra/aws/settings/stack-config.ts';
import { fencedBlocks } from '../../support/readme/fenced-blocks.ts';
import { now, synthesize } from '../../support/template/template.ts';

const readme = readFileSync(new URL('../../../infra/aws/README.md', import.meta.url), 'utf8');

/** The cells of the rows below a heading of that text in the first column. */
function tableUnder(heading: string): string[][] {
  const lines = readme.split('\n');
  const first = lines.findIndex((line) => new RegExp(`^\\| ${heading} +\\|`).test(line));
  const rows = lines.slice(first + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
}

const quoted = (cell = ''): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

describe('The README of the stack', () => {
  it('tells of each alarm what it means and what to do, and of no other', async () => {
    const stack = await synthesize({ stage: 'prod', alarmEmail: 'someone@example.com' });
    stack.dispose();
    const alarms = Object.values(Template.fromJSON(stack.template).findResources('AWS::CloudWatch::Alarm'));
    const rows = tableUnder('alarm');
    for (const [, means = '', toDo = ''] of rows) {
      expect(means.length).toBeGreaterThan(15);
      expect(toDo.length).toBeGreaterThan(15);
    }
    const inReadme = rows.flatMap(([name]) => quoted(name));
    const inTemplate = alarms.map(
      ({ Properties }) => /What to do: see (\w+) in/.exec(String(Properties.AlarmDescription))?.[1] ?? '',
    );
    expect(inReadme.sort()).toEqual(inTemplate.sort());
  });

  it('tells of each setting, with the values that it has when nothing is said', () => {
    let names: string[] = [];
    try {
      readConfig({ nothing: 'x' }, undefined, now);
    } catch (error) {
      names = /settings (.+)\.$/.exec((error as Error).message)?.[1]?.split(', ') ?? [];
    }
    const rows = tableUnder('setting');
    expect(rows.map(([name]) => quoted(name)[0]).sort()).toEqual(names.sort());
    const [others, prod] = ['dev', 'prod'].map((stage) => readConfig({ stage }, undefined, now));
    const said = (cell = ''): string => cell.replaceAll(/[`,]/g, '');
    const known = rows.filter(([, cell]) => /^(?:true|false|destroy|retain|[\d]+)$/.test(said(cell)));
    const values = known.map(([name, one, other]) => [quoted(name)[0], said(one), said(other)]);
    const usual: Record<string, unknown> = { partIntervalMs: 500 };
    const inCode = values.map(([name = '']) => {
      const value = (config: object | undefined): unknown => (config as Record<string, unknown>)[name] ?? usual[name];
      return [name, String(value(others)), String(value(prod))];
    });
    expect(known.length).toBeGreaterThan(12);
    expect(values).toEqual(inCode);
  });

  it('has no more than 200 lines beside its tables', () => {
    expect(readme.split('\n').filter((line) => !line.startsWith('|')).length).toBeLessThanOrEqual(200);
  });

  const commands = [...readme.matchAll(/npm run ([\w:]+)((?: -- [^`\n]*)?)/g)].map(
    ([typed, script = '', args = '']) => ({
      ...{ typed, script, args },
    }),
  );

  it.each(commands)('shows commands and settings that there are: $typed', ({ script, args }) => {
    expect(Object.keys(packageJson.scripts)).toContain(script);
    if (script === 'deploy:roles') readDeliveryConfig(settingsOf(args), undefined);
    else readSettings(args);
  });

  it('shows settings elsewhere that can be given', () => {
    const settings = [...readme.matchAll(/`(-c '[^']+'|-c [^`]+)`/g)]
      .map(([, typed = '']) => typed)
      .filter((typed) => !typed.includes('provider='));
    expect(settings.length).toBeGreaterThan(8);
    for (const typed of settings) readSettings(typed);
  });
});

/** @throws WrongSetting one that is said in a command of the README cannot be given */
function readSettings(typed: string): void {
  readConfig(settingsOf(typed), undefined, now);
}

/** Those whose value is no placeholder. */
function settingsOf(typed: string): Record<string, string> {
  const given = [...typed.matchAll(/-c (?:'(\w+)=([^']*)'|(\w+)=([^\s`]+))/g)].map(
    ([, name, value, plain, word]) => [name ?? plain ?? '', value ?? word ?? ''] as const,
  );
  return Object.fromEntries(given.filter(([name, value]) => name !== 'name' && !/…|^NEW/.test(value)));
}

const { status, stdout } = spawnSync('aws', ['--version'], { encoding: 'utf8' });
const hasAws = status === 0;
/** Version 1 of the command line does not know these. */
const isNewer = (line: string): boolean => /^aws logs tail|--cli-binary-format/.test(line);

describe.runIf(hasAws)('The commands of the README that call AWS', () => {
  const asked: string[] = [];
  const service = createServer((request, response) => {
    request.resume().on('end', () => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  let endpoint = '';
  beforeAll(async () => {
    await once(service.listen(0, '127.0.0.1'), 'listening');
    endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  });
  afterAll(() => service.close());

  const blockLines = fencedBlocks(readme)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text: block }) => block.replaceAll(/\\\n\s*/g, '').split('\n'));
  const spans = [...readme.matchAll(/`(aws [^`]+ --[^`]+)`/g)].map(([, span = '']) => span);
  const calls = [...blockLines, ...spans].filter(
    (line) => line.startsWith('aws ') && !(stdout.startsWith('aws-cli/1.') && isNewer(line)),
  );

  it.each(calls)(
    'are taken by its command line: %s',
    async (line) => {
      const before = asked.length;
      const names = [...line.matchAll(/\$(\w+)/g)].map(([, name = '']) => [name, 'name-of-it-1']);
      const child = spawn('bash', ['-c', `${withoutWaiting(line)} --endpoint-url ${endpoint}`], {
        env: {
          ...Object.fromEntries(names),
          ...{ PATH: process.env['PATH'], HOME: '/nonexistent' },
          ...{
            AWS_ACCESS_KEY_ID: 'AKIA',
            AWS_SECRET_ACCESS_KEY: 'secret',
            AWS_REGION: 'us-east-1',
            AWS_DEFAULT_REGION: 'us-east-1',
            AWS_MAX_ATTEMPTS: '1',
            AWS_PAGER: '',
          },
        },
      });
      const [said] = await Promise.all([text(child.stderr), text(child.stdout), once(child, 'close')]);
      expect(said).not.toMatch(
        /usage:|[Uu]nknown|Invalid (?:choice|type|JSON)|Parameter validation|Bad value|required/,
      );
      expect(asked.length, said).toBeGreaterThan(before);
    },
    60_000,
  );
});

/** Following a log does not end, and waiting for a table asks for as long as it is not there. */
function withoutWaiting(line: string): string {
  return line.replace('--follow ', '').replace(/^aws dynamodb wait table-exists/, 'aws dynamodb describe-table');
}
