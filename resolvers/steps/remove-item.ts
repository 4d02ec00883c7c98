import type { Context, DynamoDBDeleteItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { conditionOf, wasRefused } from '../item/change-snippet.ts';
import { stopOnFault } from '../request/faults.ts';
import type { DeletionStash } from '../mutations/Mutation.deleteSnippet.ts';

export function request(ctx: Context<{ id: string }, DeletionStash>): DynamoDBDeleteItemRequest {
  const { owner, status } = ctx.stash.item;
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.id }),
    condition: conditionOf({
      expression: '#owner = :owner AND #status = :status',
      names: ['owner', 'status'],
      values: { owner, status },
    }),
  };
}

export function response(ctx: Context<{ id: string }, DeletionStash>): unknown {
  if (wasRefused(ctx.error)) util.error(`The snippet ${ctx.args.id} has begun again; cancel it first.`, 'Conflict');
  stopOnFault(ctx.error, 'The file was removed, the snippet could not be; delete it again.');
  return null;
}
