import { plugin } from '@graphql-codegen/typescript';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** TypeScript for the types of the schema: plain types, enums as unions of their names, AWS scalars as what JSON carries. */
export async function generateTypes(): Promise<string> {
  const schema = buildSchema(
    readFileSync(beside('appsync.graphql'), 'utf8') + readFileSync(beside('schema.graphql'), 'utf8'),
  );
  const generated = await plugin(schema, [], {
    enumsAsTypes: true,
    onlyOperationTypes: false,
    skipTypename: true,
    useTypeImports: true,
    inputMaybeValue: 'T | null | undefined',
    scalars: { ID: 'string', AWSDate: 'string', AWSDateTime: 'string', AWSURL: 'string' },
    strictScalars: false,
  });
  const text =
    typeof generated === 'string' ? generated : `${generated.prepend?.join('\n') ?? ''}\n${generated.content}`;
  return format(`// Made from the schema by \`npm run codegen\`.\n${text}`, {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 120,
  });
}
