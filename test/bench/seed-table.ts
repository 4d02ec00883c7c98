import { randomUUID } from 'node:crypto';
import { attributesFrom } from '../../infra/local/appsync/sources/dynamodb-values.ts';
import { toMapValues } from '../../infra/local/appsync/runtime/util-dynamodb.ts';
import { makeFolder } from '../../infra/local/data-folder/make-folder.ts';
import { openSnippetsTable } from '../../infra/local/dynamodb/snippets-table.ts';
import type { SnippetRow } from '../../resolvers/item/snippet-item.ts';
import { join } from 'node:path';

/** What a BatchWriteItem takes. */
const BATCH = 25;
const FIRST = Date.UTC(2026, 0, 1);

/** The attempt that completed every seeded snippet; who knows it may complete one again, which tells the subscribers. */
export const seededAttempt = '11111111-1111-4111-8111-111111111111';

/** Fills the table of a data folder that no host uses. @returns the id of one of the snippets */
export async function seedTable(dataFolder: string, count: number, codeOf = smallFunction): Promise<string> {
  await makeFolder(dataFolder);
  const { dynamodb, name, close } = await openSnippetsTable(join(dataFolder, 'table'));
  const ids = Array.from({ length: count }, () => randomUUID());
  for (let from = 0; from < count; from += BATCH) {
    const puts = ids.slice(from, from + BATCH).map((id, index) => ({
      PutRequest: { Item: attributesFrom(toMapValues(rowOf(id, from + index, codeOf(from + index))), '$') },
    }));
    await dynamodb.call('BatchWriteItem', { RequestItems: { [name]: puts } });
  }
  await close();
  return ids.at(-1) ?? '';
}

function smallFunction(index: number): string {
  return `export function add${index}(a: number, b: number): number {
  // adds two numbers and returns the sum of both
  if (Number.isNaN(a) || Number.isNaN(b)) throw new TypeError("not a number");
  return a + b;
}
`;
}

function rowOf(id: string, index: number, code: string): SnippetRow {
  const at = new Date(FIRST + index * 1_000).toISOString();
  return {
    ...{ id, owner: 'public', ownerLanguage: 'public#TYPESCRIPT', createdAt: at },
    ...{ request: '', options: {}, sequence: 1, parts: [code], attempt: seededAttempt, lease: 0 },
    shown: {
      ...{ owner: 'public', language: 'TYPESCRIPT', status: 'COMPLETED', model: 'cookbook' },
      instruction: `write a function number ${index} that adds two numbers`,
      objectKey: `code-output/2026-01-01/${id}.ts`,
      fileName: `${id}.ts`,
      ...{
        attempts: 1,
        truncated: false,
        codeBytes: Buffer.byteLength(code),
        modelCalls: 1,
        updatedAt: at,
        completedAt: at,
        expectedUntil: FIRST,
      },
    },
  };
}
