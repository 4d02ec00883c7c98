import { App } from 'aws-cdk-lib';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions, bundleResolvers } from '../../../infra/bundle.ts';
import type { Config } from '../../../infra/aws/settings/stack-config.ts';
import { readConfig } from '../../../infra/aws/settings/stack-config.ts';
import { writeFunctionAssets } from '../../../infra/aws/lambda/function-assets.ts';
import { SnipstreamStack } from '../../../infra/aws/stack.ts';

export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DependsOn?: string | string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

export interface Template {
  Resources: Record<string, Resource>;
  Outputs: Record<string, { Value: unknown }>;
}

/** A stack as it would be deployed, and what it was made from. */
export interface Synthesized {
  readonly config: Config;
  readonly template: Template;
  readonly resolverCodes: Readonly<Record<string, string>>;
  readonly functionCodes: Readonly<Record<string, string>>;
  /** The bytes of `index.js` as they would be uploaded, by the key of the asset. */
  readonly uploaded: (key: string) => Buffer;
}

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const { context } = JSON.parse(read('cdk.json')) as { context: Record<string, unknown> };

/** The schema of the project, and AppSync's own declarations for tools that do not know them. */
export const schemaText = read('schema/schema.graphql');
export const appsyncText = read('schema/appsync.graphql');

export const now = new Date('2026-11-23T12:00:00Z');

/** Synthesizes with these settings, without the CLI and its validators. Call `dispose` when done. */
export async function synthesize(given: Record<string, string> = {}): Promise<Synthesized & { dispose(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-synth-'));
  const outdir = join(folder, 'out');
  const [resolverCodes, functionCodes] = await Promise.all([bundleResolvers(), bundleFunctions()]);
  const app = new App({ context, outdir, builtinCloudFormationValidation: false, analyticsReporting: false });
  const config = readConfig(given, undefined, now);
  const functionFolders = writeFunctionAssets(functionCodes, join(folder, 'functions'));
  const stack = new SnipstreamStack(app, { config, resolverCodes, functionFolders });
  const template = app.synth().getStackByName(stack.stackName).template as Template;
  return {
    config,
    template,
    resolverCodes,
    functionCodes,
    uploaded: (key) => readFileSync(join(outdir, `asset.${key.replace(/\.zip$/, '')}`, 'index.js')),
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

/** The resources of a type, by logical id. */
export function ofType(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/** The properties of the one resource of a type; nothing when there is none. */
export function propertiesOf(template: Template, type: string): Record<string, unknown> {
  return ofType(template, type)[0]?.[1].Properties ?? {};
}

/** What lies at a path of names and numbers below a value; undefined when there is nothing. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inside, name) => (inside as Record<string, unknown> | undefined)?.[name], value);
}

/** A list; nothing is none, anything else is one. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** A value with CloudFormation's functions written out, as in `${StorageFiles.Arn}/*`; the hashes of ids left away. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, inside] = ['', undefined], ...others] = Object.entries(value);
  if (others.length > 0 || !/^Ref$|^Fn::/.test(name)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  if (name === 'Ref') return `\${${named(String(inside))}}`;
  if (name === 'Fn::GetAtt') return `\${${named(String(at(inside, 0)))}.${String(at(inside, 1))}}`;
  if (name === 'Fn::Join') return (plain(at(inside, 1)) as unknown[]).join(String(at(inside, 0)));
  return `${name} ${JSON.stringify(plain(inside))}`;
}

/** A logical id without its hash. */
export function named(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
