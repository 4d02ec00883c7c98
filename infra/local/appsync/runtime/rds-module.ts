import { unavailable, unavailableFunctions } from './unavailable.ts';

/** The module `@aws-appsync/utils/rds`: each of its members says by name that it is not here. */
export const rdsModule: object = {};

for (const name of unavailableFunctions) {
  if (name.startsWith('rds.'))
    Object.defineProperty(rdsModule, name.slice('rds.'.length), { get: unavailable(name), enumerable: true });
}
