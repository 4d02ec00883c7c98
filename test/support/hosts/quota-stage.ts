import { randomUUID } from 'node:crypto';
import type { OtherAnswers } from '../../../infra/local/appsync/runtime/unsettled.ts';
import type { Caller } from '../../../infra/local/appsync/access/authenticate.ts';
import { noQuotas } from '../../../infra/quotas-setting.ts';
import type { Quotas } from '../../../resolvers/quota/limits-of.ts';
import type { UsageDay } from '../../../schema/types.generated.ts';
import type { Outcome, ResolverStage } from './resolver-stage.ts';
import { openResolverStage, stageSettings } from './resolver-stage.ts';

/** A snippet as these tests ask for it. */
interface Asked {
  readonly id?: string;
  readonly language?: string;
  readonly maxTokens?: number;
  readonly caller?: Caller;
}

/** The resolvers under quotas, and what is asked of them again and again. */
export interface QuotaStage extends ResolverStage {
  generate(asked?: Asked): Promise<Outcome<{ generateCode: { id: string; status: string } }>>;
  refine(id: string): Promise<Outcome<{ refineSnippet: { id: string; status: string } }>>;
  cancel(id: string): Promise<void>;
  /** An attempt at it that claims it. */
  begin(id: string): Promise<string>;
  /** Of today and so many days before. */
  usage(days?: number, caller?: Caller): Promise<UsageDay[]>;
  today(caller?: Caller): Promise<UsageDay>;
}

/** A user of the pool, in these groups. */
export function userOf(sub: string, groups: string[] | null = null): Caller {
  return { mode: 'AMAZON_COGNITO_USER_POOLS', identity: { sub, username: sub, groups, claims: {} } };
}

const everything = `day asked completed failed cancelled running used limit inputTokens outputTokens usedTokens
  tokenLimit cost resetsAt`;

/** With these quotas, no limit where none is given. The model `m` costs 1 and 2 dollars for a million tokens, `n` has no price. */
export async function openQuotaStage(quotas: Partial<Quotas> = {}, other?: OtherAnswers): Promise<QuotaStage> {
  const models = stageSettings.models.flatMap((model) => [
    { ...model, id: 'm', inputPrice: 1, outputPrice: 2, usualTokens: 1_000 },
    { ...model, id: 'n', inputPrice: null, outputPrice: null, usualTokens: 1_000 },
  ]);
  const stage = await openResolverStage(other, { quotas: { ...noQuotas, ...quotas }, models });
  const usage = async (days: number, caller?: Caller): Promise<UsageDay[]> => {
    const query = `query ($days: Int) { usage(days: $days) { ${everything} } }`;
    const { data, message } = await stage.ask<{ usage: UsageDay[] | null }>(query, { days }, caller);
    if (!data?.usage) throw new Error(`usage: ${message}`);
    return data.usage;
  };
  return {
    ...stage,
    generate: ({ id = randomUUID(), language = 'PYTHON', maxTokens, caller } = {}) =>
      stage.ask(
        `mutation ($options: GenerationOptions) {
          generateCode(language: ${language}, instruction: "fizzbuzz", options: $options) { id status } }`,
        { options: { id, maxTokens, waitSeconds: 0 } },
        caller,
      ),
    refine: (id) =>
      stage.ask(
        `mutation ($id: ID!) { refineSnippet(id: $id, instruction: "faster", options: { waitSeconds: 0 }) { id status } }`,
        { id },
      ),
    async cancel(id) {
      await stage.ask('mutation ($id: ID!) { cancelSnippet(id: $id) { id } }', { id });
    },
    async begin(id) {
      const attempt = randomUUID();
      await stage.call('startSnippet', { id, attempt });
      return attempt;
    },
    usage: (days = 1, caller) => usage(days, caller),
    async today(caller) {
      const [day] = await usage(1, caller);
      if (!day) throw new Error('usage: no day');
      return day;
    },
  };
}
