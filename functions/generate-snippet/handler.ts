import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Context } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { internalCalls, work } from '../../schema/limits/worker-times.ts';
import { modelPrice } from '../../schema/models/model-facts.ts';
import { readConfig } from '../function-config.ts';
import { meterApi } from '../metered-api.ts';
import { createLateCheck } from '../check-syntax/late-check.ts';
import { createSnippetApi } from '../snippet-api.ts';
import { createSnippetBucket } from '../snippet-bucket.ts';
import { createWorkLog } from '../work-log.ts';
import { createBedrockModel } from './models/bedrock-model.ts';
import { generateSnippet } from './attempt.ts';
import { tellCosts } from './models/tell-costs.ts';
import { withTimeLimits } from './models/time-limits.ts';
import { meterCost } from './meter-cost.ts';

const config = readConfig();
const api = createSnippetApi({ ...config, repeatForMs: Math.max(config.leaseMs, internalCalls.repeatForMs) });
const bucket = createSnippetBucket(config);
const client = new BedrockRuntimeClient({
  region: config.region,
  // Which errors are worth another call, and how many, is decided in ask-models.ts.
  maxAttempts: 1,
  // A host may run many calls in one process, and none is to wait for another's stream to end.
  requestHandler: new NodeHttpHandler({
    connectionTimeout: 3_000,
    httpAgent: { maxSockets: Infinity },
    httpsAgent: { maxSockets: Infinity },
  }),
});
const log = createWorkLog();
const check = createLateCheck(__filename, config.grammars);
const model = createBedrockModel(client, log, {
  guardrail: config.guardrail && {
    guardrailIdentifier: config.guardrail.id,
    guardrailVersion: config.guardrail.version,
    streamProcessingMode: 'sync',
  },
  defaultMaxTokens: config.defaultMaxTokens,
  behind: config.modelsBehind,
});

const hearCost = meterCost((id) =>
  config.priced?.model === id ? config.priced.price : modelPrice(config.modelsBehind[id] ?? id, config.region),
);

/** The handler of the worker. It brings the snippet that the event names to its end. */
export async function handler({ id }: { id: string }, context: Context): Promise<void> {
  const time = Math.min(context.getRemainingTimeInMillis() - work.settlingMs, config.modelWithinMs);
  const deadline = AbortSignal.timeout(Math.max(0, time));
  const until = performance.now() + time;
  await generateSnippet(id, {
    api: meterApi(api),
    bucket,
    model: tellCosts(withTimeLimits(model, { idleMs: config.modelIdleMs, deadline }), hearCost),
    fallbacks: config.fallbackModels,
    deadline,
    pauseMs: config.modelPauseMs,
    wait: (ms, signal) => sleep(ms, undefined, { signal }),
    chance: Math.random,
    log,
    tellsCauses: config.tellsCauses,
    check,
    repairs: config.repairs,
    timeLeft: () => until - performance.now(),
    pace: config,
    newId: randomUUID,
  });
}
