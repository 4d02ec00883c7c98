import type { Context, DynamoDBDeleteItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { conditionOf, wasRefused } from '../../item/change-snippet.ts';
import { stopOnFault } from '../../request/faults.ts';
import type { DeletionStash } from '../../mutations/Mutation.deleteSnippet.ts';

export function request(ctx: Context<{ id: string }, DeletionStash>): DynamoDBDeleteItemRequest {
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.id }),
    condition: conditionOf({
      expression: '#owner = :owner AND #createdAt = :createdAt',
      names: ['owner', 'createdAt'],
      values: { owner: ctx.stash.item.owner, createdAt: ctx.stash.item.createdAt },
    }),
  };
}

/** What had ended cannot begin again; refused, the id has been taken anew since it was read. */
export function response(ctx: Context<{ id: string }, DeletionStash>): unknown {
  if (wasRefused(ctx.error))
    util.error(`The snippet ${ctx.args.id} is another one now; it was not deleted.`, 'Conflict');
  stopOnFault(ctx.error, 'The file was removed, the snippet could not be; delete it again.');
  return null;
}
