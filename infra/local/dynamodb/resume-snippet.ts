import type { DynamodbCalls } from './dynamodb-calls.ts';
import { isRefusal } from './dynamodb-calls.ts';

/** The time without a host, in milliseconds since the epoch: from when one was seen last to now. */
export interface Downtime {
  readonly since: number;
  readonly until: number;
}

/**
 * Makes ready to go on what an earlier host left unfinished: nobody works on it any more, and the downtime does not count
 * for how long something may come of it. A snippet that had timed out before may have been shown as ended, and stays so.
 */
export async function resumeSnippet(
  dynamodb: DynamodbCalls,
  TableName: string,
  id: string,
  { since, until }: Downtime,
): Promise<void> {
  const values = { ':none': 0, ':downtime': Math.max(0, until - since), ':since': since };
  const numbers = Object.entries(values).map(([name, value]) => [name, { N: `${value}` }]);
  try {
    await dynamodb.call('UpdateItem', {
      TableName,
      Key: { id: { S: id } },
      UpdateExpression: 'SET #lease = :none, shown.#expectedUntil = shown.#expectedUntil + :downtime',
      ConditionExpression: 'shown.#status IN (:pending, :generating) AND shown.#expectedUntil >= :since',
      ExpressionAttributeNames: { '#lease': 'lease', '#status': 'status', '#expectedUntil': 'expectedUntil' },
      ExpressionAttributeValues: {
        ...Object.fromEntries(numbers),
        ':pending': { S: 'PENDING' },
        ':generating': { S: 'GENERATING' },
      },
    });
  } catch (error) {
    if (!isRefusal(error, 'ConditionalCheckFailedException')) throw error;
  }
}
