import type { DataSource } from '../sources/data-source.ts';
import { kind, type OtherAnswers } from '../runtime/unsettled.ts';
import { codeError, type Handlers, LoadFault, type Runtime, runtimeWith } from './evaluate.ts';
import type { Evaluated } from './evaluate-handler.ts';
import type { FieldResolver, ResolverOutcome } from './field-resolver.ts';
import { inBatches } from './resolve-batch.ts';
import { ResolverRun } from './resolver-run.ts';

export interface ResolverOptions {
  /** As it stands in the log. */
  name: string;
  /** The ESM bundle, as it is deployed. */
  code: string;
  env: Record<string, string>;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** Takes what the code prints. */
  log?: (line: string) => void;
  /** What the runtime answers otherwise than usual. */
  other?: OtherAnswers;
  /** Told of each handler before it is called. */
  onCall?: (call: Evaluated) => void;
}

/** One request, one source, one response. */
export function createUnitResolver(options: ResolverOptions & { source: DataSource }): FieldResolver {
  const { source, other = kind } = options;
  const goesOn = other.has('early return of a unit resolver');
  return createResolver(options, [options.code], async (run, [handlers]) => {
    if (!handlers) return run.outcome({ kind: 'stopped' });
    const end = await run.exchange(handlers, (request) => source.invoke(request));
    return run.outcome(goesOn && end.kind === 'early' ? run.call(handlers.response, { result: end.value }) : end);
  });
}

/** A function of a pipeline. With `maxBatchSize` (0 is off) its BatchInvoke requests are collected. */
export interface PipelineStep {
  name: string;
  code: string;
  source: DataSource;
  maxBatchSize?: number;
}

/** The resolver's request handler, its steps in order, its response handler. */
export function createPipelineResolver(options: ResolverOptions & { steps: PipelineStep[] }): FieldResolver {
  const { steps } = options;
  const invokes = steps.map(({ source, maxBatchSize = 0 }): DataSource['invoke'] =>
    maxBatchSize > 0 ? inBatches(source, maxBatchSize) : (request) => source.invoke(request),
  );
  const codes = [options.code, ...steps.map(({ code }) => code)];
  return createResolver(options, codes, async (run, [frame, ...functions]) => {
    if (!frame) return run.outcome({ kind: 'stopped' });
    let latest = run.call(frame.request);
    let skipping = latest.kind === 'early';
    for (const [index, invoke] of invokes.entries()) {
      const handlers = functions[index];
      if (latest.kind === 'stopped') return run.outcome(latest);
      if (skipping || !handlers) break;
      run.handOn(latest.value);
      latest = await run.exchange(handlers, invoke);
      skipping = latest.kind === 'early' && latest.skipTo === 'END';
    }
    if (latest.kind === 'stopped') return run.outcome(latest);
    run.handOn(latest.value);
    return run.outcome(run.call(frame.response, { result: latest.value ?? null }));
  });
}

function createResolver(
  options: ResolverOptions,
  codes: string[],
  follow: (run: ResolverRun, handlers: Handlers[]) => Promise<ResolverOutcome>,
): FieldResolver {
  const { name, now = Date.now, log = () => undefined, other = kind, onCall } = options;
  const runtime = runtimeWith(other);
  const env = runtime.realm.enter(options.env);
  const loading = Promise.all(
    codes.map(async (code) => {
      const handlers = await runtime.loadHandlers(code);
      return onCall ? watched(runtime, code, handlers, onCall) : handlers;
    }),
  );
  loading.catch(() => undefined);
  return {
    async resolve(input) {
      const run = new ResolverRun(runtime, input, env, now, (line) => log(`${name}: ${line}`));
      try {
        return await follow(run, await loading);
      } catch (error) {
        if (!(error instanceof LoadFault)) throw error;
        return { value: null, errors: [codeError(error.message)] };
      }
    },
  };
}

function watched({ realm }: Runtime, code: string, handlers: Handlers, onCall: (call: Evaluated) => void): Handlers {
  const watch =
    (handler: keyof Handlers): Handlers['request'] =>
    (context, run) => {
      onCall({ code, handler, context: realm.leave(context) as Record<string, unknown> });
      return handlers[handler](context, run);
    };
  return { request: watch('request'), response: watch('response') };
}
