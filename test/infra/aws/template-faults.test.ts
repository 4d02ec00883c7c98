import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentManifest, faultsOf } from '../../support/template/template-checks.ts';
import { harms } from '../../support/template/template-harms.ts';
import type { Synthesized } from '../../support/template/template.ts';
import { synthesize } from '../../support/template/template.ts';

describe('a stack with', () => {
  let stack: Synthesized & { dispose(): void };
  beforeAll(async () => {
    stack = await synthesize({ stage: 'prod', alarmEmail: 'someone@example.com' });
  });
  afterAll(() => stack.dispose());

  it('nothing wrong is passed', async () => {
    expect(await faultsOf(stack, currentManifest())).toEqual([]);
  });

  it.each(Object.entries(harms))('%s is caught', async (_, [harm, sentence]) => {
    const harmed = { ...stack, template: structuredClone(stack.template) };
    const manifest = currentManifest();
    harm(harmed.template, manifest);
    expect((await faultsOf(harmed, manifest)).join('\n')).toContain(sentence);
  });
});
