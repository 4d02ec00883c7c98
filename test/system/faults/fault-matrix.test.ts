import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FailureCode, SnippetStatus } from '../../../client/index.ts';
import type { Call, Faults } from '../../support/faults/fault-proxy.ts';
import type { FaultStage, Plan } from '../../support/faults/fault-stage.ts';
import { openFaultStage } from '../../support/faults/fault-stage.ts';
import { begun, CODE, whole } from '../../support/faults/model-talks.ts';

type Fault = 'refused' | 'slow' | '5xx' | 'answer lost' | 'cut' | 'twice at once' | 'twice in a row' | 'out of order';

/** What is done to the snippet, and what has to become of it. */
interface Cell {
  /** What happens, where the name of the column does not say it all. */
  readonly how: string;
  readonly plan: (id: string, on: FaultStage) => Plan;
  /** COMPLETED when left out; null when there is to be no snippet. */
  readonly status?: SnippetStatus | null;
  readonly failure?: FailureCode;
  /** 1 when left out. */
  readonly attempts?: number;
  /** 1 when left out. */
  readonly modelCalls?: number;
  /** Events of `onSnippetCompleted`; 1 for a completed snippet, else 0, when left out. */
  readonly completed?: number;
  /** Events of `onSnippetProgress` that tell the end; 1 when left out. */
  readonly ends?: number;
}

/** A fault that cannot come about there, and why. */
type Impossible = string;
type Row = Readonly<Record<Fault, Cell | Impossible>>;

const isFirst = ({ count }: Call): boolean => count === 1;
/** True for the first call with a part, which may come after renewals without any; never again. */
function firstPart(): (call: Call) => boolean {
  let seen = false;
  return ({ name, body }) => {
    const isIt = !seen && name === 'appendCode' && body.includes('"part":"');
    seen ||= isIt;
    return isIt;
  };
}
/** The calls of the worker to the table; those of the caller who asks are left alone. */
const isChange = ({ name }: Call): boolean => name === 'UpdateItem';
const isUnnamed = (call: Call): boolean => call.snippet === '' || call.name === 'GetItem';

/** The second copy of a call arrives once the call that comes later was answered. */
function overtaken(isEarly: (call: Call) => boolean, isLate: (call: Call) => boolean): Faults {
  let pass = (): void => undefined;
  const passed = new Promise<void>((resolve) => (pass = resolve));
  return {
    again: (call) => (isEarly(call) ? passed : undefined),
    after(call) {
      if (isLate(call)) pass();
    },
  };
}

const bedrock: Row = {
  refused: {
    how: 'the account may not use the model',
    plan: () => ({ talk: () => ({ status: 403, error: 'AccessDeniedException' }) }),
    ...{ status: 'FAILED', failure: 'MODEL_ACCESS_DENIED' },
  },
  slow: {
    how: 'longer than a lease without a word, while the event is delivered again',
    plan: (id, on) => ({
      talk() {
        void sleep(4_500).then(() => on.sendAgain(id));
        return [{ pauseMs: 5_500 }, ...whole];
      },
    }),
    ends: 2,
  },
  '5xx': {
    how: 'twice, then it answers',
    plan: () => ({ talk: (call) => (call < 3 ? { status: 500, error: 'InternalServerException' } : whole) }),
    modelCalls: 3,
  },
  'answer lost': {
    how: 'the connection breaks before a word of the answer',
    plan: () => ({ talk: (call) => (call === 1 ? ['cut'] : whole) }),
    modelCalls: 2,
  },
  cut: {
    how: 'the stream breaks off after the first part',
    plan: () => ({ talk: (call) => (call === 1 ? [...begun, 'cut'] : whole) }),
    modelCalls: 2,
  },
  'twice at once': {
    how: 'an attempt that lost its lease listens on while the next one asks',
    plan(id, on) {
      let first = '';
      let sent = false;
      return {
        talk: (call) => (call === 1 ? [...begun, 'hang'] : whole),
        faults: {
          api: {
            async before({ name, body }) {
              const attempt = /"attempt":"([^"]+)"/.exec(body)?.[1] ?? '';
              if (name === 'startSnippet') first ||= attempt;
              if (name !== 'appendCode' || attempt !== first || sent) return undefined;
              sent = true;
              // Longer than the lease, which nothing renews meanwhile.
              await sleep(4_300);
              await on.sendAgain(id);
              await on.ended(id);
              return undefined;
            },
          },
        },
      };
    },
    ...{ modelCalls: 2, attempts: 2, ends: 2 },
  },
  'twice in a row':
    'A model says one answer to one call; that it is asked again in a row are the cells "5xx" and "cut".',
  'out of order': {
    how: 'what the answer cost is told before its end',
    plan: () => ({
      talk: () => [{ text: `\`\`\`js\n${CODE}\`\`\`` }, { usage: [3, 4] }, { stop: 'end_turn' }],
    }),
  },
};

const s3: Row = {
  refused: {
    how: 'the role may not write',
    plan: () => ({
      faults: {
        s3: { before: () => ({ status: 403, body: '<Error><Code>AccessDenied</Code><Message>No.</Message></Error>' }) },
      },
    }),
    ...{ status: 'FAILED', failure: 'STORAGE_FAILED' },
  },
  slow: {
    how: 'longer than storing may take',
    plan: (id, on) => ({ faults: { s3: { before: () => on.ended(id).then(() => 503) } } }),
    ...{ status: 'FAILED', failure: 'STORAGE_FAILED' },
  },
  '5xx': {
    how: 'twice, then it stores',
    plan: () => ({ faults: { s3: { before: ({ count }) => (count < 3 ? 503 : undefined) } } }),
  },
  'answer lost': {
    how: 'the file is stored, and nobody hears of it',
    plan: () => ({ faults: { s3: { after: (call) => (isFirst(call) ? 'lose' : undefined) } } }),
  },
  cut: {
    how: 'the answer breaks off',
    plan: () => ({ faults: { s3: { after: (call) => (isFirst(call) ? 'cut' : undefined) } } }),
  },
  'twice at once': { how: 'each call', plan: () => ({ faults: { s3: { again: () => 'at once' } } }) },
  'twice in a row': { how: 'each call', plan: () => ({ faults: { s3: { again: () => 'in a row' } } }) },
  'out of order': {
    how: 'the snippet is cancelled while its file is on its way',
    plan: (id, on) => ({
      faults: {
        s3: {
          async before(call) {
            if (call.name === 'PUT' && isFirst(call)) await on.client.cancelSnippet(id);
          },
        },
      },
    }),
    status: 'CANCELLED',
  },
};

const table: Row = {
  refused: {
    how: 'the snippet may not be recorded',
    plan: () => ({
      faults: {
        table: {
          before: ({ name }) =>
            name === 'PutItem' ? { status: 400, body: '{"__type":"com.amazon#AccessDeniedException"}' } : undefined,
        },
      },
    }),
    ...{ status: null, modelCalls: 0, ends: 0 },
  },
  slow: {
    how: 'each change takes longer than the pace of renewals',
    plan: () => ({
      faults: { table: { before: (call) => (isChange(call) ? sleep(500).then(() => undefined) : undefined) } },
    }),
  },
  '5xx': {
    how: 'for every change of the worker in turn, longer than the client repeats',
    plan: () => ({
      faults: { table: { before: (call) => (isChange(call) && call.count % 5 !== 0 ? 500 : undefined) } },
    }),
  },
  'answer lost': {
    how: 'every second one',
    plan: () => ({
      faults: { table: { after: (call) => (isUnnamed(call) || call.count % 2 === 0 ? undefined : 'lose') } },
    }),
  },
  cut: {
    how: 'the answer to every second change breaks off',
    plan: () => ({
      faults: { table: { after: (call) => (isChange(call) && call.count % 2 === 1 ? 'cut' : undefined) } },
    }),
  },
  'twice at once': {
    how: 'each write',
    plan: () => ({ faults: { table: { again: (call) => (isUnnamed(call) ? undefined : 'at once') } } }),
  },
  'twice in a row': {
    how: 'each write',
    plan: () => ({ faults: { table: { again: (call) => (isUnnamed(call) ? undefined : 'in a row') } } }),
  },
  'out of order': {
    how: 'the claim and the first part arrive once more after the end',
    plan: () => ({
      faults: {
        table: overtaken(
          (call) => isChange(call) && call.count <= 2,
          (call) => isChange(call) && call.body.includes('"COMPLETED"'),
        ),
      },
    }),
  },
};

const api: Row = {
  refused: {
    how: 'the role may no longer add parts',
    plan: () => ({
      faults: {
        api: {
          before: ({ name }) =>
            name === 'appendCode'
              ? { status: 200, body: '{"errors":[{"errorType":"Unauthorized","message":"Not Authorized."}]}' }
              : undefined,
        },
      },
    }),
    ...{ status: 'FAILED', failure: 'WORKER_FAILED', attempts: 3, modelCalls: 3 },
  },
  slow: {
    how: 'each answer takes longer than the pace of parts',
    plan: () => ({ faults: { api: { after: () => sleep(300).then(() => undefined) } } }),
  },
  '5xx': {
    how: 'twice for each call, then it answers',
    plan: () => ({ faults: { api: { before: ({ count }) => (count % 3 === 0 ? undefined : 503) } } }),
  },
  'answer lost': {
    how: 'the first of each call',
    plan: () => ({ faults: { api: { after: (call) => (isFirst(call) ? 'lose' : undefined) } } }),
    completed: 2,
  },
  cut: {
    how: 'the answer to the first of each call breaks off',
    plan: () => ({ faults: { api: { after: (call) => (isFirst(call) ? 'cut' : undefined) } } }),
    completed: 2,
  },
  'twice at once': {
    how: 'each call of the worker',
    plan: () => ({ faults: { api: { again: () => 'at once' } } }),
    ...{ completed: 2, ends: 2 },
  },
  'twice in a row': {
    how: 'each call of the worker',
    plan: () => ({ faults: { api: { again: () => 'in a row' } } }),
    ...{ completed: 2, ends: 2 },
  },
  'out of order': {
    how: 'the claim and the first part arrive once more after the end',
    plan() {
      const isFirstPart = firstPart();
      return {
        faults: {
          api: overtaken(
            (call) => call.name === 'startSnippet' || isFirstPart(call),
            ({ name }) => name === 'completeSnippet',
          ),
        },
      };
    },
    ends: 2,
  },
};

const lambda: Row = {
  refused: {
    how: 'it does not take the event',
    plan: (_id, { host }) => ({
      async around() {
        const [events, away] = ['events', 'away'].map((name) => join(host.dataFolder, name)) as [string, string];
        renameSync(events, away);
        return async () => renameSync(away, events);
      },
    }),
    ...{ status: 'FAILED', failure: 'WORKER_NOT_STARTED', attempts: 0, modelCalls: 0, ends: 0 },
  },
  slow: {
    how: 'all that it runs at once are taken for longer than a lease',
    plan: (id, on) => ({
      async around() {
        const request = { language: 'JAVASCRIPT', instruction: 'x', options: { waitSeconds: 0 } } as const;
        const hanging = await Promise.all([on.client.generateCode(request), on.client.generateCode(request)]);
        await Promise.all(hanging.map((snippet) => on.begun(snippet.id)));
        return async () => {
          await sleep(1_000);
          expect(await on.client.snippet(id)).toMatchObject({ status: 'PENDING' });
          for (const snippet of hanging) await on.client.cancelSnippet(snippet.id);
        };
      },
    }),
  },
  '5xx': {
    how: 'it crashes twice before the claim',
    plan: (_id, on) => ({
      faults: {
        api: {
          before: ({ name, count }) => (name === 'startSnippet' && count < 3 ? on.crash().then(() => 503) : undefined),
        },
      },
    }),
  },
  'answer lost': {
    how: 'it crashes once all is done',
    plan: (_id, on) => {
      let crashed = false;
      return {
        faults: {
          api: {
            async after({ name, body }) {
              if (crashed || name !== 'appendCode' || !body.includes('"sequence":0')) return;
              crashed = true;
              await on.crash();
            },
          },
        },
      };
    },
    ends: 2,
  },
  cut: {
    how: 'it crashes after the first part',
    plan(_id, on) {
      const isFirstPart = firstPart();
      return { faults: { api: { after: (call) => (isFirstPart(call) ? on.crash() : undefined) } } };
    },
    ...{ attempts: 2, modelCalls: 2 },
  },
  'twice at once': {
    how: 'the event',
    plan: (id, on) => ({
      faults: {
        api: {
          before: ({ name, count }) => (name === 'startSnippet' && count === 1 ? on.sendAgain(id) : undefined),
        },
      },
    }),
    ends: 2,
  },
  'twice in a row': {
    how: 'the event, a second time after the end',
    plan: (id, on) => ({ around: async () => () => on.ended(id).then(() => on.sendAgain(id)) }),
    ends: 2,
  },
  'out of order': {
    how: 'a second delivery overtakes the first, and is done before that claims',
    plan: (id, on) => ({
      faults: {
        api: {
          async before({ name, count }) {
            if (name !== 'startSnippet' || count !== 1) return;
            await on.sendAgain(id);
            await on.ended(id);
          },
        },
      },
    }),
    ends: 2,
  },
};

function cellsOf(row: Row): [name: string, cell: Cell][] {
  return Object.entries(row).flatMap(([fault, cell]): [string, Cell][] =>
    typeof cell === 'string' ? [] : [[`${fault}: ${cell.how}`, cell]],
  );
}

async function expectCell(stage: FaultStage, cell: Cell): Promise<void> {
  const { status = 'COMPLETED', failure = null, attempts = 1, modelCalls = 1, ends = 1 } = cell;
  const isCompleted = status === 'COMPLETED';
  const { snippet, refusal, files, shown, ...counts } = await stage.play((id) => cell.plan(id, stage));
  expect(refusal).toBe(status === null ? 'InternalFailure' : null);
  expect({
    ...{ status: snippet?.status ?? null, failure: snippet?.failure?.code ?? null },
    ...{ attempts: snippet?.attempts ?? attempts, files, ...counts },
  }).toEqual({
    ...{ status, failure, attempts, files: isCompleted ? [CODE] : [], modelCalls },
    ...{ completed: cell.completed ?? (isCompleted ? 1 : 0), ends },
  });
  expect(shown).toBe(snippet?.code ?? '');
  if (isCompleted) expect(snippet).toMatchObject({ code: CODE, usage: { inputTokens: 3, outputTokens: 4 } });
}

function expectNothingLeft({ dataFolder }: { dataFolder: string }): void {
  for (const queue of ['events', 'failures']) expect(readdirSync(join(dataFolder, queue))).toEqual([]);
  expect(readFileSync(join(dataFolder, 'functions.log'), 'utf8')).not.toMatch(/unhandled|dead letter/i);
}

describe('a fault of', () => {
  let stage: FaultStage;
  beforeAll(async () => void (stage = await openFaultStage({ timeFactor: 12, generations: 100 })));
  afterAll(() => stage.close());

  describe.concurrent.each(Object.entries({ Bedrock: bedrock, S3: s3, 'the table': table, 'the own API': api }))(
    '%s,',
    (_part, row) => {
      it.each(cellsOf(row))('%s', (_name, cell) => expectCell(stage, cell));
    },
  );
  it('leaves no event undone', () => expectNothingLeft(stage.host));
});

// A crash of the worker ends every call that its threads have in hand, so one after the other.
describe('a fault of Lambda,', () => {
  let stage: FaultStage;
  beforeAll(async () => void (stage = await openFaultStage({ timeFactor: 60, generations: 2 })));
  afterAll(() => stage.close());

  it.each(cellsOf(lambda))('%s', (_name, cell) => expectCell(stage, cell));
  it('leaves no event undone', () => expectNothingLeft(stage.host));
});
