import { SourceMap, type SourceMapping } from 'node:module';
import vm from 'node:vm';
import { createBuiltins, ErrorRaised, ReturnedEarly, type RaisedError, type Run } from '../runtime/runtime.ts';
import { dynamodbModule } from '../runtime/dynamodb-module.ts';
import { rdsModule } from '../runtime/rds-module.ts';
import { ALIKE, alike, withAlikeNulls } from '../runtime/alike-nulls.ts';
import type { Realm } from '../runtime/realm.ts';
import { createRealm } from '../runtime/realm.ts';
import { commonJsOf } from './common-js.ts';
import { kind, type OtherAnswers } from '../runtime/unsettled.ts';

/** The end of a handler. */
export type HandlerEnd =
  | { kind: 'returned'; value: unknown }
  | { kind: 'returnedEarly'; value: unknown; skipTo: 'END' | 'NEXT' }
  | { kind: 'raised'; error: RaisedError };

/** The two handlers of a bundle. They run to their end at once and never throw. Values are those of the runtime's realm. */
export interface Handlers {
  request(context: unknown, run: Run): HandlerEnd;
  response(context: unknown, run: Run): HandlerEnd;
}

/** Code that cannot be loaded. */
export class LoadFault extends Error {
  override readonly name = 'LoadFault';
}

type Handler = (context: unknown) => unknown;
type Positions = Pick<SourceMap, 'findEntry'>;

/** The runtime of resolver code. */
export interface Runtime {
  /** One context, kept, for every module. */
  readonly realm: Realm;
  /** What it answers otherwise than this host usually does. */
  readonly other: OtherAnswers;
  /**
   * The handlers of an ESM bundle, compiled once for each text. Rejects with a {@link LoadFault} in AppSync's words
   * (`code.js:1:2: SyntaxError: …`) when the code cannot be loaded or lacks one of the two.
   */
  loadHandlers(code: string): Promise<Handlers>;
}

const runtimes = new Map<string, Runtime>();

/** The runtime that gives these other answers, the same one each time. */
export function runtimeWith(other: OtherAnswers): Runtime {
  const key = [...other].sort().join();
  const known = runtimes.get(key) ?? createRuntime(other);
  runtimes.set(key, known);
  return known;
}

/** The handlers of a bundle in the usual runtime, see {@link Runtime}. */
export function loadHandlers(code: string): Promise<Handlers> {
  return runtimeWith(kind).loadHandlers(code);
}

function createRuntime(other: OtherAnswers): Runtime {
  let current: Run | undefined;
  const builtins = createBuiltins(() => {
    if (!current) throw new Error('The functions of AppSync are there only while a handler runs.');
    return current;
  }, other);
  const modules: Record<string, unknown> = {
    '@aws-appsync/utils': { util: builtins.util, extensions: builtins.extensions, runtime: builtins.runtime },
    '@aws-appsync/utils/dynamodb': dynamodbModule,
    '@aws-appsync/utils/rds': rdsModule,
  };
  const realm = createRealm(builtins, other);
  const loaded = new Map<string, Promise<Handlers>>();

  return {
    realm,
    other,
    loadHandlers(code) {
      const known = loaded.get(code);
      if (known) return known;
      const loading = load(code);
      loading.catch(() => undefined);
      loaded.set(code, loading);
      return loading;
    },
  };

  async function load(code: string): Promise<Handlers> {
    const { script, positions } = await toCommonJs(code);
    const exported = evaluate(other.has('null and undefined') ? await withAlikeNulls(script) : script, positions);
    const handler = (name: 'request' | 'response') => {
      const found = exported[name];
      if (typeof found !== 'function')
        throw new LoadFault(`code.js:1:1: Error: The code exports no function "${name}".`);
      return (context: unknown, run: Run) => call(found as Handler, context, run, positions);
    };
    return { request: handler('request'), response: handler('response') };
  }

  function evaluate(script: string, positions: Positions): Record<string, unknown> {
    const module = { exports: {} as Record<string, unknown> };
    try {
      const run = vm.compileFunction(script, ['module', 'require', ALIKE], {
        parsingContext: realm.context,
        filename: 'code.js',
      });
      realm.whileLoading(() => run(module, requireBuiltin, alike));
    } catch (error) {
      throw new LoadFault(describe(error, positions));
    }
    return module.exports;
  }

  function requireBuiltin(name: string): unknown {
    const found = modules[name];
    if (!found) throw new ReferenceError('require is not defined');
    return found;
  }

  function call(handler: Handler, context: unknown, run: Run, positions: Positions): HandlerEnd {
    current = run;
    try {
      return { kind: 'returned', value: handler(context) };
    } catch (error) {
      if (error instanceof ReturnedEarly) return { kind: 'returnedEarly', value: error.value, skipTo: error.skipTo };
      if (error instanceof ErrorRaised) return { kind: 'raised', error: error.raised };
      return { kind: 'raised', error: codeError(describe(error, positions)) };
    } finally {
      current = undefined;
    }
  }
}

async function toCommonJs(code: string): Promise<{ script: string; positions: Positions }> {
  try {
    const { script, map } = await commonJsOf(code);
    let positions: SourceMap | undefined;
    return {
      script,
      positions: {
        findEntry: (line, column) => (positions ??= new SourceMap(JSON.parse(map))).findEntry(line, column),
      },
    };
  } catch (error) {
    const [first] =
      (error as { errors?: { text: string; location: { line: number; column: number } | null }[] }).errors ?? [];
    if (!first) throw error;
    throw new LoadFault(
      `code.js:${first.location?.line ?? 1}:${(first.location?.column ?? 0) + 1}: SyntaxError: ${first.text}`,
    );
  }
}

/** The entry of a fault in the code itself. */
export function codeError(message: string): RaisedError {
  return { message, errorType: 'Code', data: null, errorInfo: null };
}

/** `code.js:162:13: ReferenceError: …`, at the place in the bundle as it was given. */
function describe(error: unknown, positions: Positions): string {
  const { name = 'Error', message = String(error), stack = '' } = error as Partial<Error>;
  const place = /\bcode\.js:(\d+):(\d+)/.exec(stack);
  const entry: Partial<SourceMapping> = place ? positions.findEntry(Number(place[1]) - 1, Number(place[2]) - 1) : {};
  const line = (entry.originalLine ?? 0) + 1;
  const column = (entry.originalColumn ?? 0) + 1;
  return `code.js:${line}:${column}: ${name}: ${message}`;
}
