import type { LocalModel, ModelEvent } from '../../../infra/local/bedrock/models/local-model.ts';

/** A model whose answers a test feeds, piece by piece. */
export interface FedModel extends LocalModel {
  /** How often it was asked, and how many of these askers went away before the end. */
  readonly calls: number;
  readonly abandoned: number;
  /** Says something to the newest asker, or to the next one. */
  say(text: string): void;
  /** Ends the newest asker's answer. */
  end(): void;
  /** Resolves when it has been asked so often. */
  asked(times: number): Promise<void>;
}

interface Talk {
  readonly queue: ModelEvent[];
  wake: () => void;
}

export function createFedModel(): FedModel {
  let calls = 0;
  let abandoned = 0;
  let talk: Talk = newTalk();
  const waiters: (() => void)[] = [];

  return {
    name: 'fed',
    get calls() {
      return calls;
    },
    get abandoned() {
      return abandoned;
    },
    say(text) {
      talk.queue.push({ kind: 'text', text });
      talk.wake();
    },
    end() {
      talk.queue.push({ kind: 'end', stopReason: 'end_turn', usage: { inputTokens: 1, outputTokens: 2 } });
      talk.wake();
    },
    async asked(times) {
      while (calls < times) await new Promise<void>((resolve) => waiters.push(resolve));
    },
    async *converse(_request, signal) {
      if (calls > 0) talk = newTalk();
      const mine = talk;
      calls += 1;
      for (const waiter of waiters.splice(0)) waiter();
      yield { kind: 'start' };
      for (;;) {
        const event = mine.queue.shift();
        if (event) yield event;
        if (event?.kind === 'end') return;
        if (signal.aborted) {
          abandoned += 1;
          signal.throwIfAborted();
        }
        if (!event) {
          await new Promise<void>((resolve) => {
            mine.wake = resolve;
            signal.addEventListener('abort', () => resolve(), { once: true });
          });
        }
      }
    },
  };
}

function newTalk(): Talk {
  return { queue: [], wake: () => undefined };
}
