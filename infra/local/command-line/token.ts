import { parseArgs } from 'node:util';
import { makeFolder } from '../data-folder/make-folder.ts';
import { openPrincipals } from '../identity/principals.ts';
import { openTokens } from '../identity/user-pool.ts';

const usage = `npm run -s token -- NAME       a token for the user NAME of this host, for an hour
npm run -s token -- --iam      the keys of the IAM principal "backend", to be exported

  --data   DATA_DIR   the host's data folder, .snipstream when left out`;

const { values, positionals } = parseArgs({
  options: { iam: { type: 'boolean' }, data: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const dataFolder = values.data ?? process.env['DATA_DIR'] ?? '.snipstream';
const [name] = positionals;

if (!values.help) await makeFolder(dataFolder);
if (values.iam) {
  const { accessKeyId, secretAccessKey } = openPrincipals(dataFolder).backend;
  console.log(`AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\nAWS_REGION=us-east-1`);
} else if (name && !values.help) {
  console.log(await openTokens(dataFolder).issue(name));
} else {
  console.error(usage);
  process.exitCode = values.help ? 0 : 1;
}
