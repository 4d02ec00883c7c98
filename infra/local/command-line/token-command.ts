import type { Command, ParsedFlags } from '../../command/read-flags.ts';
import { folderFault } from '../data-folder/folder-fault.ts';
import { makeFolder } from '../data-folder/make-folder.ts';
import { openPrincipals } from '../identity/principals.ts';
import { openTokens } from '../identity/user-pool.ts';

const flags = { iam: { type: 'boolean' }, data: { type: 'string' } } as const;

export const tokenCommand: Command<typeof flags> = {
  typed: 'npm run -s token --',
  script: 'token',
  flags,
  words: 1,
  usage: `npm run -s token -- NAME       a token for the user NAME of this host, for an hour
npm run -s token -- --iam      the keys of the IAM principal "backend", to be exported

  --data   DATA_DIR   the host's data folder, .snipstream when left out
  -h, --help          this text
  --version           which version this is`,
};

/**
 * The token of a user, or the keys of the IAM principal.
 * @throws Error one sentence: neither is asked for, or both; the data folder cannot be used
 */
export async function tokenFor({ values, words }: ParsedFlags<typeof flags>, env: NodeJS.ProcessEnv): Promise<string> {
  const name = words[0]?.trim();
  if (values.iam ? name !== undefined : !name) {
    throw new Error('Say the name of a user, as in: npm run -s token -- alice; or --iam alone.');
  }
  const dataFolder = values.data ?? (env['DATA_DIR'] || '.snipstream');
  try {
    await makeFolder(dataFolder);
  } catch (error) {
    throw folderFault(dataFolder, error);
  }
  if (name) return openTokens(dataFolder).issue(name);
  const { accessKeyId, secretAccessKey } = openPrincipals(dataFolder).backend;
  return `AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\nAWS_REGION=us-east-1`;
}
