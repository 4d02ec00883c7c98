import { functions } from '../../../functions/function-manifest.ts';
import { batches, fields, steps } from '../../../resolvers/manifest.ts';
import { functionFaults } from './template-checks-functions.ts';
import { codeFaults, resolverFaults, sourceFaults } from './template-checks-resolvers.ts';
import { apiFaults, outputFaults, referenceFaults } from './template-checks-resources.ts';
import { schemaFaults } from './template-checks-schema.ts';
import { callerFaults, internalCallFaults, modelFaults, starFaults } from './template-checks-roles.ts';
import type { Check, Manifest } from './template-check.ts';
import type { Synthesized } from './template.ts';
import { schemaText } from './template.ts';

/** A copy of what the project says. */
export function currentManifest(): Manifest {
  return structuredClone({ fields, steps, batches, functions, schema: schemaText });
}

export const checks: Readonly<Record<string, Check>> = {
  'one resolver for every field of the manifest, where it says': resolverFaults,
  'code that the local AppSync runs and lint accepts': codeFaults,
  'data sources with all they need': sourceFaults,
  'nothing that refers to what is not there': referenceFaults,
  'the schema of the project, in words that AppSync reads': schemaFaults,
  'an API that is guarded': apiFaults,
  'functions as their manifest says': functionFaults,
  'no star in a permission but where it must be': starFaults,
  'internal fields for the functions alone': internalCallFaults,
  'a policy for callers with IAM that opens the public fields alone': callerFaults,
  'models through their profiles alone': modelFaults,
  'outputs that a user needs next': outputFaults,
};

/** What all checks find. */
export async function faultsOf(stack: Synthesized, manifest: Manifest): Promise<string[]> {
  return (await Promise.all(Object.values(checks).map((check) => check(stack, manifest)))).flat();
}
