import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../../../package.json' with { type: 'json' };
import { ENVIRONMENT } from '../../../../infra/aws/delivery/delivery-stack.ts';
import { readConfig } from '../../../../infra/aws/settings/stack-config.ts';
import { givenSettings } from '../../../../infra/deploy/given-settings.ts';
import { now } from '../../../support/template/template.ts';

interface Job {
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Record<string, string>;
  readonly steps: { readonly uses?: string; readonly run?: string; readonly with?: Record<string, string> }[];
}
interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

const folder = fileURLToPath(new URL('../../../../.github/workflows/', import.meta.url));
const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const { on, permissions, jobs } = parse(readFileSync(join(folder, 'deploy.yml'), 'utf8')) as Workflow;

describe.each(texts)('The workflow %s', (_, text) => {
  it('runs actions by their commit, holds no secret, and runs scripts that there are', () => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    for (const action of used) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
    expect(text).not.toMatch(/secrets\.|aws-access-key-id|AKIA/);
    for (const [, script = ''] of text.matchAll(/npm run ([\w:]+)/g)) {
      expect(Object.keys(packageJson.scripts)).toContain(script);
    }
  });

  it('may by itself read the code and nothing else', () => {
    expect((parse(text) as Workflow).permissions).toEqual({ contents: 'read' });
  });
});

describe('The workflow that deploys', () => {
  const roleOf = (job: Job | undefined): unknown =>
    job?.steps.find(({ uses = '' }) => uses.startsWith('aws-actions/'))?.with?.['role-to-assume'];
  const commandOf = (job: Job | undefined): string => job?.steps.at(-1)?.run ?? '';

  it('lets a pull request see what would change, by a role of its own, without a change set', () => {
    expect(Object.keys(on).sort()).toEqual(['pull_request', 'push', 'workflow_dispatch']);
    expect(jobs['diff']?.if).toContain("github.event_name == 'pull_request'");
    expect(roleOf(jobs['diff'])).toBe('${{ vars.AWS_DIFF_ROLE }}');
    expect(commandOf(jobs['diff'])).toMatch(/^npm run diff -- --method=template /);
  });

  it('deploys nothing from a pull request, and only from the environment that its role is for', () => {
    expect(jobs['deploy']?.if).toContain("github.event_name != 'pull_request'");
    expect(jobs['deploy']?.environment).toBe(ENVIRONMENT);
    expect(roleOf(jobs['deploy'])).toBe('${{ vars.AWS_DEPLOY_ROLE }}');
    expect(commandOf(jobs['deploy'])).toMatch(/^npm run deploy -- --require-approval never /);
  });

  it('has a token for a role in these two jobs alone', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(jobs)) expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });

  it.each(['diff', 'deploy'])('is given settings that there are, and says who hears of alarms: %s', (name) => {
    const words = commandOf(jobs[name]).replaceAll('"', '').replace('${ALARM_EMAIL:-none}', 'a@example.com').split(' ');
    expect(readConfig(givenSettings(words, '{}'), undefined, now)).toMatchObject({
      ...{ stage: 'prod', alarmEmail: 'a@example.com' },
    });
  });
});
