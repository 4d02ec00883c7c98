import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { QuerySnippetsArgs } from '../schema/types.generated.ts';
import { stopOnFault } from './faults.ts';
import { checkRange, quoted, refuse } from './input.ts';
import { ownerOf } from './owner.ts';
import type { SnippetItem } from './snippet-item.ts';
import { asShown } from './snippet-item.ts';

const PAGE = 20;

export function request(ctx: Context<QuerySnippetsArgs>): DynamoDBQueryRequest {
  const { language, limit, nextToken } = ctx.args;
  checkRange('limit', limit, 1, 100);
  if (nextToken === '') refuse('nextToken', quoted(''), 'null, or as the page before gave it');
  const owner = ownerOf(ctx.identity);
  const page: DynamoDBQueryRequest = {
    operation: 'Query',
    index: language ? 'byOwnerAndLanguage' : 'byOwner',
    query: {
      expression: language ? '#ownerLanguage = :shelf' : '#owner = :shelf',
      expressionNames: language ? { '#ownerLanguage': 'ownerLanguage' } : { '#owner': 'owner' },
      expressionValues: util.dynamodb.toMapValues({ ':shelf': language ? `${owner}#${language}` : owner }),
    },
    limit: limit ?? PAGE,
    scanIndexForward: false,
  };
  return nextToken ? { ...page, nextToken } : page;
}

interface Page {
  items: SnippetItem[];
  nextToken: string | null;
}

export function response(ctx: Context<QuerySnippetsArgs, object, undefined, undefined, Page>): unknown {
  const token = ctx.args.nextToken;
  if (token && ctx.error && isAgainstToken(ctx.error.type)) {
    refuse('nextToken', quoted(token), 'null, or as the page before gave it for the same language');
  }
  stopOnFault(ctx.error, 'The snippets could not be listed.');
  const { items, nextToken } = ctx.result;
  return { items: items.map((item) => asShown(item, ctx.env)), nextToken };
}

/** AppSync's word for a token that it did not give, and DynamoDB's for one of another query. */
function isAgainstToken(type: string): boolean {
  return type === 'DynamoDB:UserIllegalArgumentException' || type === 'DynamoDB:ValidationException';
}
