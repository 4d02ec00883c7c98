import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { failures } from '../../../../schema/failure-codes.ts';
import { plain, synthesize } from '../../../support/template/template.ts';

async function pageOf(settings: Record<string, string>): Promise<string> {
  const stack = await synthesize(settings);
  stack.dispose();
  const [dashboard] = Object.values(Template.fromJSON(stack.template).findResources('AWS::CloudWatch::Dashboard'));
  return String(plain(dashboard?.Properties.DashboardBody));
}

describe('The page of a deployment', () => {
  it('shows what the functions count, each failure, each alarm, and the cost by model', async () => {
    const page = await pageOf({ models: 'us.anthropic.claude-haiku-5-5,qwen.qwen3-coder-next,zai.glm-5' });
    const counted = ['Generations', 'TimeToFirstPart', 'Duration', 'InputTokens', 'OutputTokens', 'Checked', 'Faulty'];
    for (const name of [...counted, 'Repaired']) expect(page).toContain(`"Snipstream","${name}","service"`);
    for (const code of Object.keys(failures)) expect(page).toContain(`"Failures","code","${code}"`);
    expect(page).toContain('"type":"alarm"');
    expect(page).toContain('"EstimatedCost","service","snipstream-dev",{');
    for (const model of ['us.anthropic.claude-haiku-5-5', 'qwen.qwen3-coder-next']) {
      expect(page).toContain(`"EstimatedCost","model","${model}","service"`);
    }
    expect(page, 'no page says what it costs').not.toContain('zai.glm-5');
  });

  it('shows no cost where none can be estimated', async () => {
    expect(await pageOf({ models: 'zai.glm-5' })).not.toContain('EstimatedCost');
  });
});
