import { GenerationFailure } from '../../generation-failure.ts';
import type { CodeModel, CodeRequest, ModelEvent } from './code-model.ts';

interface TimeLimits {
  /** How long the model may be silent, in milliseconds. */
  readonly idleMs: number;
  /** Aborted when the worker's own time is up. */
  readonly deadline: AbortSignal;
}

/** The model, ended with MODEL_TIMED_OUT when it is silent for too long or time is up. */
export function withTimeLimits(model: CodeModel, { idleMs, deadline }: TimeLimits): CodeModel {
  async function* answer(request: CodeRequest, signal: AbortSignal): AsyncIterable<ModelEvent> {
    const idle = new AbortController();
    const timer = setTimeout(() => idle.abort(), idleMs);
    try {
      for await (const event of model.answer(request, AbortSignal.any([signal, idle.signal, deadline]))) {
        timer.refresh();
        yield event;
      }
    } catch (error) {
      if (!signal.aborted && (idle.signal.aborted || deadline.aborted)) {
        throw new GenerationFailure('MODEL_TIMED_OUT', { mostCalls: deadline.aborted ? 1 : 2, cause: error });
      }
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
  return { answer };
}
