import { Kind, visit } from 'graphql';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { functions } from '../../functions/function-manifest.ts';
import type { FieldName, StepName } from '../../resolvers/manifest.ts';
import { fieldFile, fields, stepFile, steps } from '../../resolvers/manifest.ts';
import { failures } from '../../schema/failure-codes.ts';
import { languages } from '../../schema/languages.ts';
import { generateTypes } from '../../schema/generate-types.ts';
import { readFileSync } from 'node:fs';
import { authorizationsOf, objectTypes, rootTypes, schemaDocument } from '../support/hosts/schema-texts.ts';

const here = (path: string): URL => new URL(path, import.meta.url);
const everybody = ['aws_api_key', 'aws_iam', 'aws_cognito_user_pools'];
const internalFields = new Set<string>(Object.values(functions).flatMap(({ calls }) => calls));
const internalTypes = new Set(['SnippetTask', 'KeptAnswer', 'TaskOptions']);

const rootFields = objectTypes
  .filter(({ name }) => rootTypes.includes(name.value))
  .flatMap((type) => (type.fields ?? []).map((field) => ({ name: `${type.name.value}.${field.name.value}`, field })));

function enumValues(name: string): string[] {
  for (const definition of schemaDocument.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === name) {
      return (definition.values ?? []).map((value) => value.name.value);
    }
  }
  throw new Error(`There is no enum ${name}.`);
}

describe('the schema and what follows from it', () => {
  it('has a resolver for every root field, and no other but for fields of Snippet that it has', () => {
    const snippetFields = objectTypes
      .find(({ name }) => name.value === 'Snippet')
      ?.fields?.map(({ name }) => `Snippet.${name.value}`);
    const resolved = Object.keys(fields);
    expect(resolved.filter((name) => !name.startsWith('Snippet.')).sort()).toEqual(
      rootFields.map(({ name }) => name).sort(),
    );
    for (const name of resolved.filter((name) => name.startsWith('Snippet.'))) expect(snippetFields).toContain(name);
  });

  it('has a file for every field and step of the manifest, and none else', () => {
    const resolvers = readdirSync(here('../../resolvers/'), { recursive: true, encoding: 'utf8' });
    expect(resolvers.filter((file) => /\/[A-Z][^/]*$/.test(file)).sort()).toEqual(
      (Object.keys(fields) as FieldName[]).map(fieldFile).sort(),
    );
    expect(resolvers.filter((file) => /^steps\/.*\.ts$/.test(file)).sort()).toEqual(
      (Object.keys(steps) as StepName[]).map(stepFile).sort(),
    );
  });

  it('uses every step of the manifest', () => {
    const used = Object.values(fields).flatMap((entry) => ('steps' in entry ? entry.steps : []));
    expect(new Set(used)).toEqual(new Set(Object.keys(steps)));
  });

  it('lets functions call only fields that are there', () => {
    for (const name of internalFields) expect(rootFields.map((field) => field.name)).toContain(name);
  });

  it.each(rootFields)('says who may call $name: everybody, or the functions alone', ({ name, field }) => {
    expect(authorizationsOf(field)).toEqual(internalFields.has(name) ? ['aws_iam'] : everybody);
  });

  it.each(objectTypes)('says who may read $name.value: everybody, or the functions alone', (type) => {
    expect(authorizationsOf(type)).toEqual(internalTypes.has(type.name.value) ? ['aws_iam'] : everybody);
  });

  it('makes every subscription field nullable, as a null is given at subscribe time', () => {
    const subscriptions = rootFields.filter(({ name }) => name.startsWith('Subscription.'));
    expect(subscriptions.length).toBeGreaterThan(0);
    for (const { field } of subscriptions) expect(field.type.kind).toBe(Kind.NAMED_TYPE);
  });

  it('describes every type, field, argument and enum value, and not with its name again', () => {
    const bare: string[] = [];
    visit(schemaDocument, {
      enter(node) {
        const described =
          node.kind.endsWith('TypeDefinition') ||
          node.kind === Kind.FIELD_DEFINITION ||
          node.kind === Kind.INPUT_VALUE_DEFINITION ||
          node.kind === Kind.ENUM_VALUE_DEFINITION;
        if (!described || !('name' in node) || !node.name) return;
        const text = 'description' in node ? (node.description?.value ?? '') : '';
        const name = node.name.value.toLowerCase();
        if (
          text
            .toLowerCase()
            .replace(/[^a-z]/g, '')
            .replace(/^(the|a|an)/, '') === name ||
          text.length < 5
        )
          bare.push(name);
      },
    });
    expect(bare).toEqual([]);
  });

  it('gives no default values, which do not reach resolvers', () => {
    visit(schemaDocument, {
      InputValueDefinition(node) {
        expect(node.defaultValue, node.name.value).toBeUndefined();
      },
    });
  });

  it('has the languages and failures of their tables, in their order', () => {
    expect(enumValues('Language')).toEqual(Object.keys(languages));
    expect(enumValues('FailureCode')).toEqual(Object.keys(failures));
    expect(Object.keys(languages).length).toBeGreaterThanOrEqual(40);
  });

  it('gives each language fence names of its own', () => {
    const all = Object.values(languages).flatMap(({ fences }) => [...fences]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('has types that were made from it', async () => {
    expect(readFileSync(here('../../schema/types.generated.ts'), 'utf8')).toBe(await generateTypes());
  });
});
