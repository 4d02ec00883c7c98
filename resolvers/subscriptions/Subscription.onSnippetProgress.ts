import type { Context, NONERequest } from '@aws-appsync/utils';
import { extensions } from '@aws-appsync/utils';
import type { SubscriptionOnSnippetProgressArgs } from '../../schema/types.generated.ts';
import { checkId } from '../request/input.ts';
import { ownerOf } from '../request/owner.ts';

export function request(ctx: Context<SubscriptionOnSnippetProgressArgs>): NONERequest {
  checkId('id', ctx.args.id);
  return { payload: null };
}

export function response(ctx: Context<SubscriptionOnSnippetProgressArgs>): unknown {
  extensions.setSubscriptionFilter({
    filterGroup: [
      {
        filters: [
          { fieldName: 'owner', operator: 'eq', value: ownerOf(ctx.identity) },
          { fieldName: 'id', operator: 'eq', value: ctx.args.id },
        ],
      },
    ],
  });
  return null;
}
