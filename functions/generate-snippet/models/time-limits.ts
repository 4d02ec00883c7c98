import { GenerationFailure } from '../../generation-failure.ts';
import type { CodeModel, CodeRequest, ModelEvent } from './code-model.ts';
import { outOfTime } from './code-model.ts';

interface TimeLimits {
  /** How long the model may be silent, in milliseconds. */
  readonly idleMs: number;
  /** Aborted when the worker's own time is up. */
  readonly deadline: AbortSignal;
}

/**
 * The model, ended with MODEL_TIMED_OUT when it is silent for too long. When the worker's time is up while text comes, the
 * answer ends with the stop reason `outOfTime`; without any text it is MODEL_TIMED_OUT as well.
 */
export function withTimeLimits(model: CodeModel, { idleMs, deadline }: TimeLimits): CodeModel {
  async function* answer(request: CodeRequest, signal: AbortSignal): AsyncIterable<ModelEvent> {
    if (deadline.aborted) throw new GenerationFailure('MODEL_TIMED_OUT');
    const idle = new AbortController();
    let spoke = false;
    const timer = setTimeout(() => idle.abort(), idleMs);
    try {
      for await (const event of model.answer(request, AbortSignal.any([signal, idle.signal, deadline]))) {
        timer.refresh();
        spoke ||= event.kind === 'text';
        yield event;
      }
    } catch (error) {
      if (signal.aborted || !(idle.signal.aborted || deadline.aborted)) throw error;
      if (!deadline.aborted) throw new GenerationFailure('MODEL_TIMED_OUT', { mostCalls: 2, cause: error });
      if (!spoke) throw new GenerationFailure('MODEL_TIMED_OUT', { cause: error });
      yield { kind: 'end', stopReason: outOfTime, usage: null };
    } finally {
      clearTimeout(timer);
    }
  }
  return { answer };
}
