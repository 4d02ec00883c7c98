import { plugin as documents } from '@graphql-codegen/typed-document-node';
import { plugin as types } from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

type DocumentMode = NonNullable<Parameters<typeof documents>[2]['documentMode']>;

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** TypeScript for operations.graphql: the text of each operation with the types of its result and variables. */
export async function generateOperations(): Promise<string> {
  const schema = buildSchema(
    readFileSync(beside('../../schema/appsync.graphql'), 'utf8') +
      readFileSync(beside('../../schema/schema.graphql'), 'utf8'),
  );
  const files = [{ document: parse(readFileSync(beside('operations.graphql'), 'utf8')) }];
  const settings = {
    useTypeImports: true,
    scalars: { ID: 'string', AWSDate: 'string', AWSDateTime: 'string', AWSURL: 'string' },
  };
  const outputFile = beside('operations.generated.ts');
  const outputs = [
    await types(
      schema,
      files,
      {
        ...settings,
        importSchemaTypesFrom: beside('../../schema/types.generated.ts'),
        importExtension: '.ts',
        inlineFragmentTypes: 'combine',
        arrayInputCoercion: false,
      },
      { outputFile },
    ),
    await documents(schema, files, { ...settings, documentMode: 'string' as DocumentMode, pureMagicComment: true }),
  ];
  const text = outputs.map((output) =>
    typeof output === 'string' ? output : `${output.prepend?.join('\n') ?? ''}\n${output.content}`,
  );
  return format(`// Made from operations.graphql and the schema by \`npm run codegen\`.\n${text.join('\n')}`, {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 120,
  });
}
