import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { pageItems } from '../../schema/limits/request-limits.ts';
import { stopOnFault } from '../request/faults.ts';
import { checkRange, quoted, refuse } from '../request/input.ts';
import type { SnippetItem, SnippetRow } from './snippet-item.ts';
import { asShown, itemOf } from './snippet-item.ts';
import type { IndexName } from './table.ts';

interface PageArgs {
  limit?: number | null | undefined;
  nextToken?: string | null | undefined;
}

/**
 * The error types for an invalid page token: AppSync's for a token that it did not issue, and DynamoDB's for a token
 * of another query.
 */
const againstToken = ['DynamoDB:UserIllegalArgumentException', 'DynamoDB:ValidationException'];

/**
 * Ends the request with an error if `limit` or `nextToken` is not allowed. Each field calls this before its first
 * step.
 */
export function checkPage({ limit, nextToken }: PageArgs): void {
  checkRange('limit', limit, 1, pageItems.most);
  if (nextToken === '') refuse('nextToken', quoted(''), 'null, or as the page before gave it');
}

/**
 * Builds a Query request for one page of an index. The page contains the rows whose attribute has this value, the
 * newest first.
 */
export function queryPage(index: IndexName, attribute: string, value: string, args: PageArgs): DynamoDBQueryRequest {
  const { limit, nextToken } = args;
  const page: DynamoDBQueryRequest = {
    operation: 'Query',
    index,
    query: {
      expression: '#key = :value',
      expressionNames: { '#key': attribute },
      expressionValues: util.dynamodb.toMapValues({ ':value': value }),
    },
    limit: limit ?? pageItems.usual,
    scanIndexForward: false,
  };
  return nextToken ? { ...page, nextToken } : page;
}

export interface Page {
  items: SnippetItem[];
  nextToken: string | null;
}

/** The data that the steps of a list pass on to each other. */
export interface PageStash {
  /** It is absent if nothing was listed. */
  page?: Page;
}

/**
 * Returns the page for the caller. It ends the request with an error if the page token was not issued for this list.
 */
export function shownPage(ctx: Context<PageArgs>): Page {
  const token = ctx.args.nextToken;
  if (token && againstToken.indexOf(`${ctx.error?.type}`) >= 0) {
    refuse('nextToken', quoted(token), 'null, or as the page before gave it for the same list');
  }
  stopOnFault(ctx.error, 'The snippets could not be listed.');
  const { items, nextToken } = ctx.result as { items: SnippetRow[]; nextToken: string | null };
  return { items: items.map((row) => asShown(itemOf(row))), nextToken };
}
