import type { Finding } from '../../../functions/check-syntax/syntax-check.ts';
import type { CodeRequest, ModelEvent } from '../../../functions/generate-snippet/models/code-model.ts';
import type { WorkerDependencies } from '../../../functions/generate-snippet/worker-dependencies.ts';
import type { SnippetApi } from '../../../functions/snippet-api.ts';
import type { FailedCall } from '../../../functions/work-log.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';

export const claimedTask = {
  claim: 'CLAIMED',
  sequence: 0,
  language: 'PYTHON',
  instruction: 'add two numbers',
  model: 'a-model',
  options: {},
  objectKey: 'code-output/2026-11-23/add.py',
  createdAt: '2026-11-23T01:45:01.000Z',
};
export const PASSED: Finding = { state: 'PASSED', faults: [] };
export const usage: TokenUsage = { inputTokens: 10, outputTokens: 20 };

/** A whole answer with this code. */
export function answering(code: string, stopReason = 'end_turn', spent: TokenUsage | null = usage): ModelEvent[] {
  return [
    { kind: 'text', text: `\`\`\`python\n${code}\`\`\`\n` },
    { kind: 'end', stopReason, usage: spent },
  ];
}

/** How the worker's surroundings behave. */
export interface FakeWorkerOptions {
  /** What `startSnippet` gives beside a usual claim. */
  readonly task?: object;
  /** The answers of the model, in order: what it says, or how it fails. */
  readonly answers?: readonly (readonly ModelEvent[] | Error)[];
  /** What the API gives to a call; undefined: that the snippet is at work, or completed. An error is thrown. */
  readonly api?: (field: string, variables: Record<string, unknown>) => unknown;
  /** The first so many stores fail with this error. */
  readonly put?: (times: number) => Promise<void> | void;
  /** What the check says of a code. */
  readonly check?: (code: string) => Finding;
  /** Called when the model is asked, with the number of the call from 1. */
  readonly onAsked?: (times: number) => Promise<void> | void;
  readonly overrides?: Partial<WorkerDependencies>;
}

/** A worker of which everything outside is in memory. */
export interface FakeWorker {
  readonly dependencies: WorkerDependencies;
  readonly calls: { readonly field: string; readonly variables: Record<string, unknown> }[];
  /** The variables of the calls of one field. */
  of(field: string): Record<string, unknown>[];
  /** The code of each file, by its key. */
  readonly files: Map<string, string>;
  readonly stored: object[];
  readonly asked: CodeRequest[];
  readonly failed: FailedCall[];
  readonly prepared: string[];
}

export function createFakeWorker(options: FakeWorkerOptions = {}): FakeWorker {
  const { answers = [answering('a = 1\n')], check = () => PASSED, onAsked, put } = options;
  const calls: FakeWorker['calls'] = [];
  const [files, stored, asked] = [new Map<string, string>(), [] as object[], [] as CodeRequest[]];
  const [failed, prepared] = [[] as FailedCall[], [] as string[]];
  const call = async (field: string, variables: Record<string, unknown>): Promise<unknown> => {
    calls.push({ field, variables });
    const given = options.api?.(field, variables);
    if (given instanceof Error) throw given;
    if (given !== undefined) return given;
    if (field === 'startSnippet') return { ...claimedTask, ...options.task };
    return { status: field === 'completeSnippet' ? 'COMPLETED' : field === 'failSnippet' ? 'FAILED' : 'GENERATING' };
  };
  let puts = 0;
  const dependencies: WorkerDependencies = {
    api: { call: call as SnippetApi['call'] },
    bucket: {
      async put(file) {
        await put?.(++puts);
        stored.push(file);
        files.set(file.objectKey, file.code);
      },
      remove: async (objectKey) => void files.delete(objectKey),
    },
    model: {
      async *answer(request) {
        asked.push(request);
        const answer = answers[asked.length - 1] ?? [];
        await onAsked?.(asked.length);
        if (answer instanceof Error) throw answer;
        yield* answer;
      },
    },
    fallbacks: [],
    pauseMs: 1,
    deadline: new AbortController().signal,
    wait: async () => undefined,
    chance: () => 0,
    log: { failedCall: (call) => void failed.push(call), note: () => undefined },
    tellsCauses: false,
    check: {
      prepare: async (language) => void prepared.push(language),
      check: async (_language, code) => check(code),
    },
    repairs: false,
    timeLeft: () => 60_000,
    pace: { partIntervalMs: 1, partBytes: 100, renewAfterMs: 60_000 },
    newId: () => 'attempt',
    ...options.overrides,
  };
  const of = (field: string) => calls.filter((one) => one.field === field).map(({ variables }) => variables);
  return { dependencies, calls, of, files, stored, asked, failed, prepared };
}
