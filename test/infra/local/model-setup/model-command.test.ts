import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { newFolder } from '../../../support/hosts/test-host.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

it('npm run model ends by itself where nobody sits at a terminal, and says how to agree', () => {
  const folder = newFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'infra/local/model-setup/model-command.ts', '--gguf', '--data', folder],
    { cwd: root, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], timeout: 100_000 },
  );
  expect(stdout).toContain('Qwen2.5-Coder-1.5B-Instruct, Q4_K_M: Apache-2.0, https://huggingface.co/Qwen/');
  expect(stdout).toContain('1.12 GB to download, once.');
  expect([status, stderr]).toEqual([
    1,
    'snipstream: Nobody can be asked here. To agree beforehand: npm run model -- --yes\n',
  ]);
});
