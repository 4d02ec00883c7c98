import { writeFileSync } from 'node:fs';
import { generateOperations } from '../../../client/operations/generate-operations.ts';
import { generateTypes } from '../../../schema/generate-types.ts';
import type { Command } from '../../command/read-flags.ts';
import { runCommand } from '../../command/run-command.ts';

const command: Command<Record<never, never>> = {
  typed: 'npm run codegen --',
  script: 'codegen',
  flags: {},
  usage: `npm run codegen

Writes the types of the schema, the typed operations of the client and the Postman collection again.

  -h, --help   this text
  --version    which version this is`,
};

const write = (path: string, text: string): void => writeFileSync(new URL(`../../../${path}`, import.meta.url), text);

process.exitCode = await runCommand(command, process.argv.slice(2), process.env, async () => {
  write('schema/types.generated.ts', await generateTypes());
  write('client/operations/operations.generated.ts', await generateOperations());
  // It holds the operations as they were just written.
  const { generatePostman } = await import('../../../client/postman/generate-postman.ts');
  write('client/postman/postman_collection.json', await generatePostman());
});
