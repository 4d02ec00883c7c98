import type { Context, DynamoDBBatchGetItemRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import { listedCodes } from '../../../schema/limits/request-limits.ts';
import { snippetLimits } from '../../../schema/limits/snippet-limits.ts';
import type { ReadMany } from '../../item/read-many.ts';
import type { SnippetItem } from '../../item/snippet-item.ts';
import { isSameSnippet } from '../../item/snippet-item.ts';
import type { PageStash } from '../../item/snippet-page.ts';

/** The attributes that no index carries, and those that tell whose they are. */
type CodeRow = Pick<SnippetItem, 'id' | 'owner' | 'createdAt' | 'parts' | 'sequence'>;
const projection = {
  expression: '#id, #owner, #createdAt, #parts, #sequence',
  expressionNames: {
    '#id': 'id',
    '#owner': 'owner',
    '#createdAt': 'createdAt',
    '#parts': 'parts',
    '#sequence': 'sequence',
  },
};

/**
 * Reads the codes of a page in one call when the fields `code` or `sequence` of its items are selected by these names. What
 * this step leaves out, or does not get, each field reads on its own: codes beyond `listedCodes.readBytes`, unprocessed
 * keys, fields under an alias, and all of them when the call fails.
 */
export function request(ctx: Context<object, PageStash>): DynamoDBBatchGetItemRequest {
  const selected = ctx.info.selectionSetList;
  const isWanted = selected.indexOf('items/code') >= 0 || selected.indexOf('items/sequence') >= 0;
  const ids = isWanted ? idsWithin(ctx.stash.page?.items ?? [], listedCodes.readBytes) : [];
  if (ids.length === 0) runtime.earlyReturn({});
  const keys = ids.map((id) => util.dynamodb.toMapValues({ id }));
  return { operation: 'BatchGetItem', tables: { [`${ctx.env['TABLE']}`]: { keys, consistentRead: true, projection } } };
}

export function response(ctx: Context<object, PageStash, undefined, undefined, ReadMany<CodeRow>>): unknown {
  const { page } = ctx.stash;
  if (ctx.error || !page) return {};
  const read: Record<string, CodeRow> = {};
  for (const row of Object.values(ctx.result.data).flat()) if (row) read[row.id] = row;
  ctx.stash.page = { ...page, items: page.items.map((item) => withCode(item, read[item.id])) };
  return {};
}

/** Of the items in their order, as many as have this much code together. */
function idsWithin(items: SnippetItem[], bytes: number): string[] {
  const ids: string[] = [];
  let left = bytes;
  for (const { id, codeBytes } of items) {
    left -= codeBytes ?? snippetLimits.codeBytes;
    if (left >= 0) ids.push(id);
  }
  return ids;
}

function withCode(item: SnippetItem, row: CodeRow | undefined): SnippetItem {
  return row && isSameSnippet(row, item) ? { ...item, parts: row.parts, sequence: row.sequence } : item;
}
