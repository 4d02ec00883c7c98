import type { ConverseRequest, LocalModel } from '../../../infra/local/bedrock/models/local-model.ts';

/** A model that says one answer after the other, and the last one again and again; it notes what it was asked. */
export interface CarelessModel extends LocalModel {
  readonly asked: readonly ConverseRequest[];
}

/**
 * @param answers whole texts, as a model writes them
 * @param before awaited before each answer is said, with how often the model was asked by then
 */
export function createCarelessModel(
  answers: readonly string[],
  before: (times: number) => Promise<void> = async () => undefined,
): CarelessModel {
  const asked: ConverseRequest[] = [];
  return {
    name: 'careless',
    asked,
    async *converse(request, signal) {
      asked.push(request);
      const times = asked.length;
      yield { kind: 'start' };
      await before(times);
      signal.throwIfAborted();
      yield { kind: 'text', text: answers[Math.min(times, answers.length) - 1] ?? '' };
      yield { kind: 'end', stopReason: 'end_turn', usage: { inputTokens: 10, outputTokens: 20 } };
    },
  };
}
