import type { Context, DynamoDBPutItemRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import type { Language } from '../../../schema/types.generated.ts';
import { wasRefused } from '../../item/change-snippet.ts';
import { stopOnFault } from '../../request/faults.ts';
import type { GenerationStash } from '../../request/generation.ts';
import { settingsOf } from '../../request/resolver-settings.ts';
import { objectKeyOf } from '../../request/object-key.ts';
import type { SnippetRow } from '../../item/snippet-item.ts';

export function request(ctx: Context<object, GenerationStash>): DynamoDBPutItemRequest {
  if (ctx.stash.existing || ctx.stash.refusedBy) runtime.earlyReturn({});
  const { id, owner, instruction, parentId, options, charge } = ctx.stash;
  const language = ctx.stash.language as Language;
  const { defaultModel, expectedMs } = settingsOf(ctx.env);
  const createdAt = util.time.nowISO8601();
  const objectKey = objectKeyOf({ id, language, instruction, createdAt });
  const refines = parentId ? { parentId } : {};
  const row: Omit<SnippetRow, 'id'> = {
    owner,
    ownerLanguage: `${owner}#${language}`,
    createdAt,
    ...refines,
    request: ctx.stash.request,
    options: {
      maxTokens: options.maxTokens,
      temperature: options.temperature,
      topP: options.topP,
      stopSequences: options.stopSequences,
      repair: options.repair,
    },
    sequence: 0,
    parts: [],
    shown: {
      owner,
      language,
      instruction,
      ...refines,
      model: options.model ?? defaultModel,
      status: 'PENDING',
      objectKey,
      fileName: objectKey.split('/').slice(2).join(''),
      attempts: 0,
      truncated: false,
      charge,
      updatedAt: createdAt,
      expectedUntil: util.time.nowEpochMilliSeconds() + expectedMs,
    },
  };
  return {
    operation: 'PutItem',
    key: util.dynamodb.toMapValues({ id }),
    attributeValues: util.dynamodb.toMapValues(row),
    condition: { expression: 'attribute_not_exists(#id)', expressionNames: { '#id': 'id' } },
  };
}

export function response(ctx: Context<object, GenerationStash>): unknown {
  if (wasRefused(ctx.error)) {
    ctx.stash.start = false;
    return {};
  }
  stopOnFault(ctx.error, 'The snippet could not be recorded; nothing was started.');
  return {};
}
