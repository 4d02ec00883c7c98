import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EvaluationService } from '../../../infra/check/evaluate-code.ts';
import { verifySignature } from '../../../infra/local/identity/signatures.ts';
import type { Evaluated } from '../../../infra/local/appsync/resolving/evaluate-handler.ts';
import { evaluateHandler } from '../../../infra/local/appsync/resolving/evaluate-handler.ts';
import { kind, type OtherAnswers } from '../../../infra/local/appsync/runtime/unsettled.ts';
import { listen } from '../hosts/listen.ts';

/** How a fake differs from an EvaluateCode that answers as this machine does. */
interface Faults {
  /** What its runtime answers otherwise. */
  readonly other?: OtherAnswers;
  /** An error in place of an answer, by the code and its handler. */
  readonly error?: (call: Evaluated) => string | undefined;
  /** The statuses of its first answers, before it works. */
  readonly statuses?: readonly number[];
  readonly withoutEnvironment?: boolean;
  readonly withoutStash?: boolean;
}

const keys = { accessKeyId: 'CHECKKEY', secretAccessKey: 'check-secret' };
const region = 'eu-central-1';

/** AppSync's EvaluateCode until the running test is over: takes only signed calls, and keeps what it was asked. */
export async function startEvaluateCode(
  faults: Faults = {},
): Promise<{ service: EvaluationService; asked: Evaluated[]; calls: () => number }> {
  const asked: Evaluated[] = [];
  const statuses = [...(faults.statuses ?? [])];
  let calls = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    calls += 1;
    const body = Buffer.concat(await request.toArray());
    const status = statuses.shift() ?? ((await isSigned(request, body)) ? 200 : 403);
    if (status !== 200) return void response.writeHead(status).end('{"message":"refused"}');
    const { code, context, function: handler, runtime } = JSON.parse(body.toString());
    const isRight = request.url === '/v1/dataplane-evaluatecode' && runtime.name === 'APPSYNC_JS';
    if (!isRight || context.length > 28_000) return void response.writeHead(400).end('{"message":"bad request"}');
    const call: Evaluated = { code, handler, context: JSON.parse(context) };
    asked.push(call);
    response.end(JSON.stringify(await said(call, faults)));
  };
  const endpoint = await listen((request, response) => void answer(request, response));
  const service = { endpoint, region, credentials: async () => keys, pauseMs: 1 };
  return { service, asked, calls: () => calls };
}

async function said(call: Evaluated, { other = kind, error, withoutEnvironment, withoutStash }: Faults) {
  const message = error?.(call);
  if (message) return { error: { message, codeErrors: [] } };
  const { env: _env, ...context } = call.context;
  const evaluation = await evaluateHandler(withoutEnvironment ? { ...call, context } : call, { other });
  return {
    ...(evaluation.error
      ? { error: { message: evaluation.error.message } }
      : { evaluationResult: JSON.stringify(evaluation.result) }),
    ...(withoutStash ? {} : { stash: JSON.stringify(evaluation.stash) }),
    outErrors: JSON.stringify(evaluation.appended),
    logs: [],
  };
}

async function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Promise<boolean> {
  const principal = { name: 'deployer', secretAccessKey: keys.secretAccessKey, region };
  const credentials = (id: string) => (id === keys.accessKeyId ? principal : undefined);
  const sent = headers as Record<string, string>;
  const { ok } = await verifySignature({
    method,
    url,
    headers: sent,
    body,
    service: 'appsync',
    credentials,
    now: new Date(),
  });
  return ok;
}
