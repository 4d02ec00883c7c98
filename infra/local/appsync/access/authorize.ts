import type { ConstDirectiveNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { valueFromASTUntyped } from 'graphql';
import type { Caller } from './authenticate.ts';

const modes: Record<string, Caller['mode']> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
};

/**
 * Whether the directives let the caller read a field: the field's own decide, else its type's, else only the API key,
 * which is the default (https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html).
 */
export function mayRead(caller: Caller, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  const own = authorizing(field.astNode?.directives);
  const deciding = own.length > 0 ? own : authorizing(type.astNode?.directives);
  if (deciding.length === 0) return caller.mode === 'API_KEY';
  return deciding.some((directive) => modes[directive.name.value] === caller.mode && isInGroup(caller, directive));
}

function authorizing(directives: readonly ConstDirectiveNode[] | undefined): ConstDirectiveNode[] {
  return (directives ?? []).filter(({ name }) => name.value in modes);
}

function isInGroup(caller: Caller, directive: ConstDirectiveNode): boolean {
  const argument = directive.arguments?.find(({ name }) => name.value === 'cognito_groups');
  if (!argument) return true;
  const groups = valueFromASTUntyped(argument.value) as string[];
  const callers = (caller.identity?.['groups'] ?? []) as string[];
  return groups.some((group) => callers.includes(group));
}
