import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Language, SnippetClient } from '../../../client/index.ts';
import { RefusedError } from '../../../client/index.ts';
import type { Chance } from './seeded-chance.ts';

/** Callers of every kind, each of whom does one thing after the other. */
export interface MixedLoad {
  /** Ids of the snippets that a caller was told of and has not deleted. */
  readonly acknowledged: ReadonlySet<string>;
  /** How often each thing was done. */
  readonly done: ReadonlyMap<string, number>;
  /** What a caller met and should not have. */
  readonly strange: readonly string[];
  run(untilMs: number): Promise<void>;
}

/** Refusals that come of what the callers do to each other's snippets. */
const USUAL = ['Conflict', 'NotFound'];
const languages = ['JAVASCRIPT', 'PYTHON', 'GO'] as const satisfies readonly Language[];

/** @param onAsked told of each snippet that was asked for */
export function createMixedLoad(
  client: SnippetClient,
  chance: Chance,
  callers: number,
  onAsked: (id: string) => void,
): MixedLoad {
  const acknowledged = new Set<string>();
  const done = new Map<string, number>();
  const strange: string[] = [];
  const some = (): string => [...acknowledged][chance.below(acknowledged.size)] ?? randomUUID();
  const request = (waitSeconds: number, id = randomUUID()) => {
    onAsked(id);
    return { language: chance.pick(languages), instruction: 'add two numbers', options: { id, waitSeconds } };
  };
  const ask = async (asked: ReturnType<typeof request>, options = {}): Promise<void> => {
    acknowledged.add((await client.generateCode(asked, options)).id);
  };

  const things: readonly [Thing, ...Thing[]] = [
    ['asks', () => ask(request(0))],
    ['asks and waits', () => ask(request(1 + chance.below(3)))],
    [
      'asks twice at once',
      async () => {
        const asked = request(1);
        await Promise.all([ask(asked), ask(asked)]);
      },
    ],
    [
      'asks and goes away',
      async () => {
        const leaving = new AbortController();
        const asked = ask(request(5), { signal: leaving.signal });
        const left = sleep(chance.below(200)).then(() => leaving.abort());
        await asked.catch((error: unknown) => {
          if (!leaving.signal.aborted) throw error;
        });
        await left;
      },
    ],
    [
      'watches',
      async () => {
        const asked = request(0);
        const most = 1 + chance.below(8);
        let seen = 0;
        for await (const { snippet } of client.streamCode(asked)) {
          acknowledged.add(asked.options.id);
          if (snippet || (seen += 1) === most) break;
        }
      },
    ],
    ['refines', async () => void acknowledged.add((await client.refineSnippet({ ...request(0), id: some() })).id)],
    ['cancels', async () => void (await client.cancelSnippet(some()))],
    [
      'deletes',
      async () => {
        const deleted = await client.deleteSnippet(some()).catch((error: unknown) => {
          // Its file could not be removed, so it is still there.
          if (!(error instanceof RefusedError && error.name === 'InternalFailure')) throw error;
        });
        if (deleted) acknowledged.delete(deleted.id);
      },
    ],
    ['reads', async () => void (await client.snippet(some()))],
    [
      'lists',
      async () => {
        let left = 40;
        for await (const _snippet of client.snippets({ pageSize: 20 })) if ((left -= 1) === 0) break;
      },
    ],
    [
      'asks in vain',
      async () => {
        const refused = await client.generateCode({ ...request(0), instruction: '' }).catch((error: unknown) => error);
        if (!(refused instanceof RefusedError && refused.name === 'InvalidInput')) throw refused;
      },
    ],
  ];

  return {
    ...{ acknowledged, done, strange },
    async run(untilMs) {
      const call = async (): Promise<void> => {
        while (Date.now() < untilMs) {
          const [name, act] = chance.pick(things);
          done.set(name, (done.get(name) ?? 0) + 1);
          await act().catch((error: unknown) => {
            if (error instanceof RefusedError && USUAL.includes(error.name)) return;
            strange.push(`${name}: ${String(error)} ${error instanceof RefusedError ? error.detail : ''}`);
          });
          await sleep(chance.below(60));
        }
      };
      await Promise.all(Array.from({ length: callers }, call));
    },
  };
}

type Thing = readonly [name: string, act: () => Promise<void>];
