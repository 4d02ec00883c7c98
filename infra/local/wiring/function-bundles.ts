import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { IamCredentials } from '../../../schema/wire/sign-request.ts';
import type { FunctionName } from '../../../functions/function-manifest.ts';
import { functions as entries } from '../../../functions/function-manifest.ts';
import { work } from '../../../schema/limits/worker-times.ts';
import type { FunctionCodes } from '../../bundle.ts';
import { packagesFolder } from '../../packages-folder.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { LOCAL_REGION } from '../identity/principals.ts';
import { folderFault } from '../data-folder/folder-fault.ts';
import { makeFolder } from '../data-folder/make-folder.ts';
import type { LocalFunction } from '../lambda/sandbox.ts';
import type { Pace } from './pace.ts';
import type { AwsEndpoints } from './aws-endpoints.ts';

/** Keeps the AWS SDK from warning of the Node.js version, which is ours to choose. */
export const quietSdk = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' } as const;

/** The paths of this host's own S3 and Bedrock, and the name of its bucket. */
export const prefixes = { s3: '/s3', bedrock: '/bedrock' } as const;
export const BUCKET = 'snipstream';

/**
 * The functions of the manifest, in the data folder.
 * @param codes as they are deployed
 * @param generations how many calls of the worker run at once
 * @throws FolderFault they cannot be written
 */
export async function loadFunctions(
  codes: Readonly<FunctionCodes>,
  folder: DataFolder,
  environment: Readonly<Record<string, string>>,
  generations: number,
): Promise<Record<FunctionName, LocalFunction>> {
  const place = folder.inside('functions');
  try {
    await makeFolder(place);
    for (const [name, code] of Object.entries(codes)) {
      await writeFile(join(place, `${name}.cjs`), code, { mode: 0o600 });
    }
  } catch (error) {
    throw folderFault(place, error);
  }
  const loaded = Object.entries(entries).map(([name, { timeoutSeconds }]): [string, LocalFunction] => [
    name,
    {
      file: join(place, `${name}.cjs`),
      ...{ timeoutSeconds, environment },
      ...(name === 'generate-snippet' ? { threads: availableParallelism(), atOnce: generations } : {}),
    },
  ]);
  return Object.fromEntries(loaded) as Record<FunctionName, LocalFunction>;
}

interface FunctionEnvironment {
  /** Of this host: `http://127.0.0.1:4000`. */
  readonly origin: string;
  readonly credentials: IamCredentials;
  readonly pace: Pace;
  readonly awsEndpoints: AwsEndpoints;
}

/** Returns the environment variables of the functions; see functions/function-config.ts. */
export function environmentOf({
  origin,
  credentials,
  pace,
  awsEndpoints,
}: FunctionEnvironment): Record<string, string> {
  return {
    API_URL: `${origin}/graphql`,
    AWS_REGION: awsEndpoints.region ?? LOCAL_REGION,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken ? { AWS_SESSION_TOKEN: credentials.sessionToken } : {}),
    BUCKET,
    ...quietSdk,
    POWERTOOLS_METRICS_DISABLED: 'true',
    TELL_CAUSES: 'true',
    GRAMMARS: packagesFolder,
    AWS_ENDPOINT_URL_S3: awsEndpoints.s3 ?? `${origin}${prefixes.s3}`,
    ...bedrockEnd(origin, awsEndpoints),
    LEASE_MS: `${pace.leaseMs}`,
    QUICK_PART_MS: `${work.quickParts.intervalMs}`,
    RENEW_AFTER_MS: `${pace.renewAfterMs}`,
  };
}

function bedrockEnd(origin: string, { bedrock }: AwsEndpoints): Record<string, string> {
  if (bedrock === 'aws') return {};
  return { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock ?? `${origin}${prefixes.bedrock}` };
}
