import { describe, expect, it } from 'vitest';
import { noneSource, type DataSource, RequestFault } from '../../../../../infra/local/appsync/sources/data-source.ts';
import { createLambdaSource, type InvokedFunction } from '../../../../../infra/local/appsync/sources/lambda-source.ts';
import { createPipelineResolver, createUnitResolver } from '../../../../../infra/local/appsync/resolving/resolve.ts';
import { codeOf, recordingSource, resolverInput } from '../../../../support/hosts/resolver-call.ts';

const failing = recordingSource({ result: null, error: { type: 'Lambda:Unhandled', message: 'No luck.' } });

function unit(code: string, source: DataSource = noneSource) {
  return createUnitResolver({ name: 'Query.snippet', code, source, env: { STAGE: 'test' } });
}

/** A pipeline whose handlers are given as expressions. */
function pipeline(frame: [string, string], ...steps: [string, string, DataSource?][]) {
  return createPipelineResolver({
    name: 'Mutation.generateCode',
    code: codeOf(...frame),
    steps: steps.map(([request, response, source], index) => ({
      name: `step-${index + 1}`,
      code: codeOf(request, response),
      source: source ?? noneSource,
    })),
    env: {},
  });
}

describe('A unit resolver', () => {
  it('hands the request to its source as plain data and answers what the response handler returns', async () => {
    const source = recordingSource({ result: { items: [{ id: 'a' }] } });
    const code = codeOf(
      '({ list: [1, undefined], gone: undefined, args: ctx.args })',
      '({ ...ctx.result, first: ctx.result.items[0].id })',
    );
    const { value } = await unit(code, source).resolve(resolverInput({ args: { id: 'a', absent: null } }));
    expect(value).toStrictEqual({ items: [{ id: 'a' }], first: 'a' });
    expect(source.asked).toStrictEqual([{ list: [1, null], args: { id: 'a', absent: null } }]);
  });

  it('sees args, source, identity, request, info and env', async () => {
    const code = codeOf(
      '({ payload: [ctx.args.id === ctx.arguments.id, ctx.source, ctx.identity.sub, ctx.request.headers["x-api-key"], ctx.info.selectionSetList, ctx.info.selectionSetGraphQL, ctx.env.STAGE] })',
    );
    const input = resolverInput({ args: { id: 'a' }, source: { id: 'b' }, identity: { sub: 'me' } });
    expect(await unit(code).resolve(input)).toEqual({
      value: [true, { id: 'b' }, 'me', 'da2-key', ['id', 'usage/inputTokens'], '{ id usage { inputTokens } }', 'test'],
      errors: [],
    });
  });

  it('leaves the selection out of JSON, as AWS does', async () => {
    const { value } = await unit(codeOf('({ payload: JSON.stringify(ctx.info) })')).resolve(resolverInput());
    expect(value).toBe('{"fieldName":"snippet","parentTypeName":"Query","variables":{}}');
  });

  it('does not let a key named __proto__ change an object', async () => {
    const variables = JSON.parse('{ "__proto__": { "admin": true } }') as Record<string, unknown>;
    const input = resolverInput();
    const { value } = await unit(codeOf('({ payload: [ctx.info.variables.admin ?? "no"] })')).resolve({
      ...input,
      info: { ...input.info, variables },
    });
    expect(value).toEqual(['no']);
  });

  it('keeps nothing of one call for the next', async () => {
    const resolver = unit(codeOf('({ payload: Object.keys(Object.assign(ctx.stash, { [ctx.args.id]: 1 })) })'));
    const calls = ['a', 'b'].map((id) => resolver.resolve(resolverInput({ args: { id } })));
    expect((await Promise.all(calls)).map(({ value }) => value)).toEqual([['a'], ['b']]);
  });

  it('runs the response handler when the source failed, and swallows the failure if it does', async () => {
    expect(await unit(codeOf('({})', 'ctx.error'), failing).resolve(resolverInput())).toEqual({
      value: { type: 'Lambda:Unhandled', message: 'No luck.' },
      errors: [],
    });
    expect(await unit(codeOf('({})'), failing).resolve(resolverInput())).toEqual({ value: null, errors: [] });
  });

  it('has no ctx.error when nothing failed', async () => {
    const { value } = await unit(codeOf('({})', '[typeof ctx.error, ctx.result]')).resolve(resolverInput());
    expect(value).toEqual(['undefined', null]);
  });

  it('ends with util.error, after what util.appendError recorded', async () => {
    const code = codeOf(
      '({ payload: util.appendError("one", "First", { a: 1 }) })',
      'util.error("two", "Second", { b: [1] }, { why: "x" })',
    );
    expect(await unit(code).resolve(resolverInput())).toEqual({
      value: null,
      errors: [
        { message: 'one', errorType: 'First', data: { a: 1 }, errorInfo: null },
        { message: 'two', errorType: 'Second', data: { b: [1] }, errorInfo: { why: 'x' } },
      ],
    });
  });

  it('goes on after util.appendError', async () => {
    const code = codeOf('({ payload: 1 })', '[util.appendError("one"), ctx.result]');
    expect(await unit(code).resolve(resolverInput())).toEqual({
      value: [null, 1],
      errors: [{ message: 'one', errorType: null, data: null, errorInfo: null }],
    });
  });

  it('never asks the source after util.unauthorized', async () => {
    const source = recordingSource({ result: 1 });
    const { value, errors } = await unit(codeOf('util.unauthorized()'), source).resolve(resolverInput());
    expect(value).toBeNull();
    expect(errors).toMatchObject([
      { errorType: 'Unauthorized', message: 'Not Authorized to access snippet on type Query' },
    ]);
    expect(source.asked).toEqual([]);
  });

  it('returns early without source and response handler', async () => {
    const source = recordingSource({ result: 1 });
    const resolver = unit(codeOf('runtime.earlyReturn({ early: true })', '"late"'), source);
    expect(await resolver.resolve(resolverInput())).toEqual({ value: { early: true }, errors: [] });
    expect(source.asked).toEqual([]);
  });

  it('ends with MappingTemplate when the request object is not right', async () => {
    const source = createLambdaSource(functionAnswering(() => 1));
    expect(await unit(codeOf('({ payload: 1 })', '"late"'), source).resolve(resolverInput())).toEqual({
      value: null,
      errors: [
        {
          message: "Value for field '$[operation]' not found.",
          errorType: 'MappingTemplate',
          data: null,
          errorInfo: null,
        },
      ],
    });
  });

  it.each([
    ['export function request(ctx) { return {}; }', 'code.js:1:1: Error: The code exports no function "response".'],
    ['export function request(ctx) {\n  return {;\n}', 'code.js:2:11: SyntaxError: Expected identifier but found ";"'],
    ['\nmissing();\nexport const request = () => 1;', 'code.js:2:1: ReferenceError: missing is not defined'],
  ])('says why code cannot be loaded: %j', async (code, message) => {
    expect(await unit(code).resolve(resolverInput())).toEqual({
      value: null,
      errors: [{ message, errorType: 'Code', data: null, errorInfo: null }],
    });
  });

  it('hands out the filter of a subscription', async () => {
    const filter = { filterGroup: [{ filters: [{ fieldName: 'owner', operator: 'eq', value: 'me' }] }] };
    const code = codeOf('({})', `extensions.setSubscriptionFilter(${JSON.stringify(filter)})`);
    expect(await unit(code).resolve(resolverInput())).toStrictEqual({
      value: null,
      errors: [],
      subscriptionFilter: filter,
    });
  });

  it('prints to the log of the host, under its name', async () => {
    const lines: string[] = [];
    const code = codeOf('console.log("asked", ctx.args)', 'console.error(1)');
    const log = (line: string) => lines.push(line);
    await createUnitResolver({ name: 'Query.a', code, source: noneSource, env: {}, log }).resolve(resolverInput());
    expect(lines).toEqual(['Query.a: asked {}', 'Query.a: 1']);
  });
});

describe('A pipeline', () => {
  it('hands each result on and shares one stash', async () => {
    const resolver = pipeline(
      ['Object.assign(ctx.stash, { seen: ["start"] }).seen[0]', '[ctx.prev.result, ctx.result, ctx.stash.seen]'],
      ['({ payload: `${ctx.prev.result} 1` })', '[ctx.result, ctx.stash.seen.push("one")][0]'],
      ['({ payload: `${ctx.prev.result} 2` })', '[ctx.result, ctx.stash.seen.push("two")][0]'],
    );
    expect(await resolver.resolve(resolverInput())).toEqual({
      value: ['start 1 2', 'start 1 2', ['start', 'one', 'two']],
      errors: [],
    });
  });

  it('forgets the failure of a step that its response handler ignored', async () => {
    const resolver = pipeline(
      ['null', '[ctx.prev.result, typeof ctx.error]'],
      ['({})', 'ctx.error.type', failing],
      ['({ payload: [ctx.prev.result, typeof ctx.error] })', 'ctx.result'],
    );
    const { value } = await resolver.resolve(resolverInput());
    expect(value).toEqual([['Lambda:Unhandled', 'undefined'], 'undefined']);
  });

  it.each([
    ['the request handler of the resolver', ['util.error("no")', '1'], ['({})', '1']],
    ['the request handler of a step', ['({})', '1'], ['util.error("no")', '1']],
    ['the response handler of a step', ['({})', '1'], ['({})', 'util.error("no")']],
    ['the response handler of the resolver', ['({})', 'util.error("no")'], ['({})', '1']],
  ] as [string, [string, string], [string, string]][])('ends with an error of %s', async (_, frame, step) => {
    const last = recordingSource({ result: 1 });
    const { value, errors } = await pipeline(frame, step, ['({})', '1', last]).resolve(resolverInput());
    expect(value).toBeNull();
    expect(errors).toMatchObject([{ message: 'no', errorType: null }]);
    expect(last.asked).toHaveLength(frame[1] === '1' ? 0 : 1);
  });

  it('ends with the request that a step got wrong', async () => {
    const picky: DataSource = {
      invoke: () => Promise.reject(new RequestFault("Value for field '$[key]' not found.")),
    };
    const { errors } = await pipeline(['1', '2'], ['({})', '3', picky], ['({})', '4']).resolve(resolverInput());
    expect(errors).toMatchObject([{ errorType: 'MappingTemplate' }]);
  });

  const early = (skipTo?: string) => `runtime.earlyReturn("early"${skipTo ? `, { skipTo: "${skipTo}" }` : ''})`;
  const trace = '[ctx.prev.result, ctx.stash.ran ?? null]';
  const mark =
    'Object.assign(ctx.stash, { ran: (ctx.stash.ran ?? "") + ctx.prev.result + ";" }) && ({ payload: "second" })';
  it.each([
    ['in the resolver: no step runs', [early(), trace], ['({})', '1'], ['early', null]],
    ['in a request handler: the next step gets it', ['1', trace], [early(), '"no"'], ['second', 'early;']],
    ['in a request handler, NEXT: the same', ['1', trace], [early('NEXT'), '"no"'], ['second', 'early;']],
    ['in a request handler, END: the last handler gets it', ['1', trace], [early('END'), '"no"'], ['early', null]],
    ['in a response handler: the next step gets it', ['1', trace], ['({})', early()], ['second', 'early;']],
    ['in a response handler, END: the last handler gets it', ['1', trace], ['({})', early('END')], ['early', null]],
    ['in the last handler: it is the answer', ['1', early()], ['({})', '"first"'], 'early'],
  ] as [string, [string, string], [string, string], unknown][])(
    'returns early %s',
    async (_, frame, step, expected) => {
      const asked = recordingSource({ result: 'first' });
      const { value, errors } = await pipeline(frame, [...step, asked], [mark, 'ctx.result']).resolve(resolverInput());
      expect({ value, errors }).toEqual({ value: expected, errors: [] });
      expect(asked.asked).toHaveLength(step[0] === '({})' && !frame[0].includes('early') ? 1 : 0);
    },
  );

  it.each(['runtime.earlyReturn()', 'runtime.earlyReturn(null)', 'runtime.earlyReturn(ctx.args.missing)'])(
    'ends %s in the error that AppSync makes of it',
    async (early) => {
      const runtimeError = { message: 'Runtime Error', errorType: 'Code', data: null, errorInfo: null };
      const inStep = pipeline(['1', '"late"'], [early, '1']);
      expect(await inStep.resolve(resolverInput())).toEqual({ value: null, errors: [runtimeError] });
      expect(await unit(codeOf(early)).resolve(resolverInput())).toEqual({ value: null, errors: [runtimeError] });
    },
  );
});

describe('A function as source', () => {
  const invoke = (more = '') =>
    codeOf(`({ operation: "Invoke", payload: ctx.args${more} })`, 'ctx.error ?? ctx.result');

  it('gets the payload as its event', async () => {
    const source = createLambdaSource(functionAnswering((event) => ({ event })));
    const { value } = await unit(invoke(), source).resolve(resolverInput({ args: { id: 'a' } }));
    expect(value).toEqual({ event: { id: 'a' } });
  });

  it.each<[string, Partial<InvokedFunction>, string, string]>([
    [
      'that throws',
      { invoke: async () => ({ functionError: { errorType: 'TypeError', errorMessage: 'x is undefined' } }) },
      'Lambda:Unhandled',
      'x is undefined',
    ],
    [
      'that is too slow',
      { invoke: () => new Promise(() => undefined) },
      'Lambda:ExecutionTimeoutException',
      'Execution timed out.',
    ],
    [
      'that is throttled',
      {
        invoke: () => Promise.reject(Object.assign(new Error('Rate exceeded.'), { name: 'TooManyRequestsException' })),
      },
      'Lambda:TooManyRequestsException',
      'Rate exceeded.',
    ],
  ])('%s is a failure in ctx.error', async (_, parts, type, message) => {
    const source = createLambdaSource({ ...functionAnswering(() => 1), ...parts }, { timeoutMs: 10 });
    expect((await unit(invoke(), source).resolve(resolverInput())).value).toEqual({ type, message });
  });

  it('is not waited for as an Event, whose refusal is a failure', async () => {
    const events: unknown[] = [];
    const code = invoke(', invocationType: "Event"');
    const accepting = { ...functionAnswering(() => 1), invokeEvent: async (event: unknown) => void events.push(event) };
    const input = resolverInput({ args: { id: 'a' } });
    expect((await unit(code, createLambdaSource(accepting)).resolve(input)).value).toBeNull();
    expect(events).toEqual([{ id: 'a' }]);
    const refusing = { ...accepting, invokeEvent: () => Promise.reject(new Error('Queue is full.')) };
    expect((await unit(code, createLambdaSource(refusing)).resolve(input)).value).toEqual({
      type: 'Lambda:Unhandled',
      message: 'Queue is full.',
    });
  });

  const batch = codeOf(
    '({ operation: "BatchInvoke", payload: ctx.source.id })',
    'ctx.error ? ctx.error.type : ctx.result',
  );
  const callAll = (source: DataSource, maxBatchSize: number, count: number) => {
    const steps = [{ name: 'sign-link', code: batch, source, maxBatchSize }];
    const frame = codeOf('({})', 'ctx.prev.result');
    const resolver = createPipelineResolver({ name: 'Snippet.downloadUrl', code: frame, steps, env: {} });
    const calls = Array.from({ length: count }, (_, id) => resolver.resolve(resolverInput({ source: { id } })));
    return Promise.all(calls).then((outcomes) => outcomes.map(({ value }) => value));
  };

  it('gets the requests of one moment together, at most so many', async () => {
    const events: unknown[] = [];
    const source = createLambdaSource(
      functionAnswering((event) => {
        events.push(event);
        return (event as number[]).map((id) => `url ${id}`);
      }),
    );
    expect(await callAll(source, 2, 5)).toEqual(['url 0', 'url 1', 'url 2', 'url 3', 'url 4']);
    expect(events).toEqual([[0, 1], [2, 3], [4]]);
  });

  it('gets a list of one where batching is off', async () => {
    expect(await callAll(createLambdaSource(functionAnswering((event) => [event])), 0, 2)).toEqual([[0], [1]]);
  });

  it.each([
    ['no list', 'a'],
    ['a list of another length', ['a']],
  ])('fails every request of a batch for %s', async (_, answer) => {
    expect(await callAll(createLambdaSource(functionAnswering(() => answer)), 10, 2)).toEqual([
      'Lambda:IllegalArgument',
      'Lambda:IllegalArgument',
    ]);
  });
});

function functionAnswering(answer: (event: unknown) => unknown): InvokedFunction {
  return { invoke: async (event) => ({ payload: answer(event) }), invokeEvent: async () => undefined };
}
