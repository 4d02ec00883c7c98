import { writeFileSync } from 'node:fs';
import type { Command } from '../../../infra/command/read-flags.ts';
import { runCommand } from '../../../infra/command/run-command.ts';
import { frozenFile, frozenSettings } from './frozen-template.ts';
import { identitiesOf } from './replacements.ts';
import { synthesize } from './template.ts';

const command: Command<Record<never, never>> = {
  typed: 'npm run freeze:template --',
  script: 'freeze:template',
  flags: {},
  usage: `npm run freeze:template

Writes down what the current version deploys, which a test holds later versions to. Done once, when a version is released.

  -h, --help   this text
  --version    which version this is`,
};

process.exitCode = await runCommand(command, process.argv.slice(2), process.env, async () => {
  const stack = await synthesize(frozenSettings);
  writeFileSync(frozenFile, `${JSON.stringify(identitiesOf(stack.template), null, 2)}\n`);
  stack.dispose();
});
