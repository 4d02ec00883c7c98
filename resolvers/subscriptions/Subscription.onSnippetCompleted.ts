import type { Context, NONERequest } from '@aws-appsync/utils';
import { extensions } from '@aws-appsync/utils';
import type { SubscriptionOnSnippetCompletedArgs } from '../../schema/types.generated.ts';
import { checkId } from '../request/input.ts';
import { ownerOf } from '../request/owner.ts';

export function request(ctx: Context<SubscriptionOnSnippetCompletedArgs>): NONERequest {
  if (typeof ctx.args.id === 'string') checkId('id', ctx.args.id);
  return { payload: null };
}

export function response(ctx: Context<SubscriptionOnSnippetCompletedArgs>): unknown {
  const { id, language } = ctx.args;
  const filters: { fieldName: string; operator: 'eq'; value: string }[] = [
    { fieldName: 'owner', operator: 'eq', value: ownerOf(ctx.identity) },
    { fieldName: 'status', operator: 'eq', value: 'COMPLETED' },
  ];
  if (id) filters.push({ fieldName: 'id', operator: 'eq', value: id });
  if (language) filters.push({ fieldName: 'language', operator: 'eq', value: language });
  extensions.setSubscriptionFilter({ filterGroup: [{ filters }] });
  return null;
}
