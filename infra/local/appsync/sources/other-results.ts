import type { OtherAnswers } from '../runtime/unsettled.ts';
import { type DataSource, fieldsOf } from './data-source.ts';

const REFUSED = 'DynamoDB:ConditionalCheckFailedException';

/** A source whose results are the other ones where it is not settled what AppSync makes of DynamoDB's answer. */
export function withOtherResults(source: DataSource, other: OtherAnswers): DataSource {
  return {
    ...source,
    async invoke(request) {
      const answer = await source.invoke(request);
      const { operation, key } = fieldsOf(request);
      if (answer.error?.type === REFUSED && other.has('item of a refused condition')) {
        const { result } = await source.invoke({ operation: 'GetItem', key, consistentRead: true });
        return { ...answer, result };
      }
      const isPutOrDeletion = operation === 'PutItem' || operation === 'DeleteItem';
      return isPutOrDeletion && other.has('result of a put and a deletion') ? { ...answer, result: null } : answer;
    },
  };
}
