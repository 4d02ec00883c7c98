import { runCommand } from '../../command/run-command.ts';
import { tokenCommand, tokenFor } from './token-command.ts';

process.exitCode = await runCommand(tokenCommand, process.argv.slice(2), process.env, async (said) =>
  console.log(await tokenFor(said, process.env)),
);
