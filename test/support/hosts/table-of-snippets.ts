import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SnippetItem, SnippetRow } from '../../../resolvers/item/snippet-item.ts';
import { itemOf } from '../../../resolvers/item/snippet-item.ts';
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
  const { dynamodb, name: TableName } = table;
  return {
    ...table,
    async put(item) {
      await dynamodb.call('PutItem', { TableName, Item: attributesFrom(toMapValues(rowOf(item)), '$') });
    },
    async get(id) {
      const { Item } = await dynamodb.call('GetItem', { TableName, Key: { id: { S: id } }, ConsistentRead: true });
      return Item && itemOf(plainItem(Item) as unknown as SnippetRow);
    },
    async close() {
      await table.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const ofTheRow = ['id', 'owner', 'ownerLanguage', 'parentId', 'createdAt', 'request', 'options'];
const ofTheWork = ['sequence', 'parts', 'attempt', 'lease'];

/** As the table keeps it: what a list shows in the map `shown`, keys and the rest beside it. */
function rowOf(item: Partial<SnippetItem>): Record<string, unknown> {
  const all = Object.entries(item);
  const inRow = all.filter(([name]) => ofTheRow.includes(name) || ofTheWork.includes(name));
  const shown = all.filter(
    ([name]) => ['owner', 'parentId'].includes(name) || !inRow.some(([known]) => known === name),
  );
  return { ...Object.fromEntries(inRow), shown: Object.fromEntries(shown) };
}
