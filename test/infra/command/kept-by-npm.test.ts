import { describe, expect, it } from 'vitest';
import { refuseKeptSettings } from '../../../infra/command/kept-by-npm.ts';

describe('What npm kept for itself', () => {
  it.each([
    [
      { npm_config_call: 'stage=prod' },
      'npm kept "-c stage=prod" for itself. Say -- before it, as in: npm run deploy -- -c stage=prod',
    ],
    [
      { npm_config_context: 'true' },
      'npm kept --context for itself. Say -- before it, as in: npm run deploy -- -c SETTING=VALUE',
    ],
    [{ npm_config_check: '' }, 'npm kept --no-check for itself. Say -- before it, as in: npm run deploy -- --no-check'],
    [{ npm_config_test: '' }, 'npm kept --no-test for itself. Say -- before it, as in: npm run deploy -- --no-test'],
  ])('is refused, as something else would be deployed than was said: %j', (kept, sentence) => {
    expect(() => refuseKeptSettings({ npm_lifecycle_event: 'deploy', ...kept })).toThrow(sentence);
    expect(() => refuseKeptSettings({ npm_lifecycle_event: 'ci', ...kept })).not.toThrow();
  });
});
