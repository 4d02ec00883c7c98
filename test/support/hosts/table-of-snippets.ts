import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SnippetItem } from '../../../resolvers/item/snippet-item.ts';
import { attributesFrom, plainItem } from '../../../infra/local/appsync/sources/dynamodb-values.ts';
import { toMapValues } from '../../../infra/local/appsync/runtime/util-dynamodb.ts';
import type { SnippetsTable } from '../../../infra/local/dynamodb/snippets-table.ts';
import { openSnippetsTable } from '../../../infra/local/dynamodb/snippets-table.ts';

/** A table of its own for a test, which can be looked into. */
export interface TestTable extends SnippetsTable {
  put(item: Partial<SnippetItem> & { id: string }): Promise<void>;
  get(id: string): Promise<SnippetItem | undefined>;
}

export async function openTestTable(): Promise<TestTable> {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-table-'));
  const table = await openSnippetsTable(folder);
  const { client, name: TableName } = table;
  return {
    ...table,
    async put(item) {
      await client.send(new PutItemCommand({ TableName, Item: attributesFrom(toMapValues(item), '$') }));
    },
    async get(id) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: { id: { S: id } }, ConsistentRead: true }),
      );
      return Item && (plainItem(Item) as unknown as SnippetItem);
    },
    async close() {
      await table.close();
      rmSync(folder, { recursive: true });
    },
  };
}
