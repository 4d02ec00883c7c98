import { join } from 'node:path';
import type { IamCredentials } from '../../../schema/wire/sign-request.ts';
import { functions } from '../../../functions/function-manifest.ts';
import { areCredentials, newCredentials } from '../data-folder/data-folder.ts';
import type { TextFormat } from '../data-folder/write-once.ts';
import { readOrCreate } from '../data-folder/write-once.ts';
import type { Credentials } from './signatures.ts';

/** The region that this host says it stands in. */
export const LOCAL_REGION = 'us-east-1';

/** The principals that may sign calls on this host: the functions, and a backend of the user. */
export interface Principals {
  readonly functions: IamCredentials;
  readonly backend: IamCredentials;
  /** Whose key this is, with its secret. */
  readonly find: Credentials;
}

const keysText: TextFormat = {
  make: () => JSON.stringify({ functions: newCredentials(), backend: newCredentials() }, null, 2),
  isWhole(text) {
    try {
      const { functions, backend } = JSON.parse(text) as Record<string, unknown>;
      return areCredentials(functions) && areCredentials(backend);
    } catch {
      return false;
    }
  },
};

/**
 * The two principals of a data folder; with keys of the user's own, those are the functions' too.
 * @param region of these keys
 * @throws FolderFault
 */
export function openPrincipals(dataFolder: string, own?: IamCredentials, region = LOCAL_REGION): Principals {
  const text = readOrCreate(join(dataFolder, 'principals.json'), keysText);
  const kept = JSON.parse(text) as Record<'functions' | 'backend', IamCredentials>;
  const all = { functions: own ?? kept.functions, backend: kept.backend };
  return {
    ...all,
    find(accessKeyId) {
      for (const name of ['functions', 'backend'] as const) {
        const { secretAccessKey, sessionToken, ...rest } = all[name];
        if (rest.accessKeyId !== accessKeyId) continue;
        return { name, secretAccessKey, sessionToken, region: name === 'functions' ? region : LOCAL_REGION };
      }
      return undefined;
    },
  };
}

const internal = new Set<string>(Object.values(functions).flatMap(({ calls }) => calls));

/** Which root fields a principal may call: the functions those of `functions/manifest.ts`, anybody else all the others. */
export function mayCall(principal: string, coordinate: string): boolean {
  return (principal === 'functions') === internal.has(coordinate);
}
