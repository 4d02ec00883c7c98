import { GenerationFailure } from '../../generation-failure.ts';
import type { CodeModel, CodeRequest, ModelEvent } from './code-model.ts';
import { outOfTime } from './code-model.ts';

interface TimeLimits {
  /** After a model has begun to write, this is the longest time without further text, in milliseconds. */
  readonly idleMs: number;
  /** Aborted when the worker's own time is up. */
  readonly deadline: AbortSignal;
}

/**
 * Wraps a model with time limits. After its first text the model must not be silent for longer than `idleMs`;
 * otherwise the answer fails with MODEL_TIMED_OUT. Before its first text it may be silent until the deadline, because
 * loading a model can take minutes and some servers start again if the call is ended. At the deadline an answer with
 * text ends with the stop reason `outOfTime`, and one without text fails with MODEL_TIMED_OUT.
 */
export function withTimeLimits(model: CodeModel, { idleMs, deadline }: TimeLimits): CodeModel {
  async function* answer(request: CodeRequest, signal: AbortSignal): AsyncIterable<ModelEvent> {
    if (deadline.aborted) throw new GenerationFailure('MODEL_TIMED_OUT');
    const idle = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    try {
      for await (const event of model.answer(request, AbortSignal.any([signal, idle.signal, deadline]))) {
        if (event.kind === 'text') timer ??= setTimeout(() => idle.abort(), idleMs);
        timer?.refresh();
        yield event;
      }
    } catch (error) {
      if (signal.aborted || !(idle.signal.aborted || deadline.aborted)) throw error;
      if (!deadline.aborted) {
        const reason = `The model had begun to write and then was silent for ${idleMs / 1_000} s.`;
        throw new GenerationFailure('MODEL_TIMED_OUT', { mostCalls: 2, reason, cause: error });
      }
      const reason = "The model had written nothing when the worker's time was up.";
      if (!timer) throw new GenerationFailure('MODEL_TIMED_OUT', { reason, cause: error });
      yield { kind: 'end', stopReason: outOfTime, usage: null };
    } finally {
      clearTimeout(timer);
    }
  }
  return { answer };
}
