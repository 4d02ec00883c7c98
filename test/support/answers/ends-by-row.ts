import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snippet } from '../../../client/index.ts';
import type { Host } from '../../../infra/local/host.ts';
import type { Outcome } from './ends.ts';

type End<Reply> = readonly [name: string, replies: readonly [Reply, ...Reply[]], outcome: Outcome];

/** The part of a model that answers each row of a table call by call, with its last reply again and again. */
export interface EndsByRow<Reply> {
  /** The next reply of the row that the text of a request names, as in `row 7`; undefined if there is no such row. */
  reply(request: string): Reply | undefined;
  callsOf(row: number): number | undefined;
}

export function createEndsByRow<Reply>(ends: readonly End<Reply>[]): EndsByRow<Reply> {
  const asked = new Map<number, number>();
  return {
    reply(request) {
      const row = Number(/row (\d+)/.exec(request)?.[1]);
      const call = asked.get(row) ?? 0;
      asked.set(row, call + 1);
      const replies = ends[row]?.[1];
      return replies?.[call] ?? replies?.at(-1);
    },
    callsOf: (row) => asked.get(row),
  };
}

/** What is to be seen of a snippet that comes to this outcome, as `seenOf` tells it. */
export function expectedOf({ failure, code, truncated = false, calls }: Outcome) {
  const expected = code ?? (failure ? null : 'print(1)\n');
  return {
    ...{ status: failure ? 'FAILED' : 'COMPLETED', failure, code: expected, truncated },
    calls: calls ?? (failure === 'MODEL_STREAM_INTERRUPTED' ? 2 : 1),
    file: failure ? null : expected,
  };
}

export function seenOf({ dataFolder }: Pick<Host, 'dataFolder'>, snippet: Snippet, calls: number | undefined) {
  const { status, failure, code, truncated, objectKey } = snippet;
  const file = join(dataFolder, objectKey);
  return {
    ...{ status, failure: failure?.code, code, truncated, calls },
    file: existsSync(file) ? readFileSync(file, 'utf8') : null,
  };
}
