import { type DataSource, fieldsOf, type SourceAnswer } from '../sources/data-source.ts';

interface Waiting {
  request: unknown;
  settle(answer: SourceAnswer | Promise<SourceAnswer>): void;
}

/**
 * Hands BatchInvoke requests that come within one turn of the event loop to the source together, at most
 * `maxBatchSize` in one call. Other requests, and a source that takes no batches, go one by one.
 */
export function inBatches(source: DataSource, maxBatchSize: number): DataSource['invoke'] {
  const { invokeBatch } = source;
  if (!invokeBatch) return (request) => source.invoke(request);
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const answers = invokeBatch.call(
      source,
      batch.map(({ request }) => request),
    );
    batch.forEach(({ settle }, index) => settle(answers.then((list) => list[index] ?? { result: null })));
  };
  return (request) => {
    if (fieldsOf(request).operation !== 'BatchInvoke') return source.invoke(request);
    return new Promise((settle) => {
      waiting.push({ request, settle });
      if (waiting.length === maxBatchSize) flush();
      else if (waiting.length === 1) setImmediate(flush);
    });
  };
}
