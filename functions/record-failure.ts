import type { SQSEvent } from 'aws-lambda';
import { readConfig } from './function-config.ts';
import { isRefusal } from './generation-failure.ts';
import { meterApi } from './metered-api.ts';
import { createSnippetApi } from './snippet-api.ts';

const api = meterApi(createSnippetApi(readConfig()));

/**
 * Ends the snippets whose deliveries to the worker all failed. Each record is what Lambda sends to a failure
 * destination (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 * @throws ApiRefusal `AttemptLost` while a lease is live, so that the queue delivers again
 */
export async function handler(event: SQSEvent): Promise<void> {
  for (const record of event.Records) {
    const { requestPayload } = JSON.parse(record.body) as { requestPayload: { id: string } };
    try {
      await api.call('failSnippet', { id: requestPayload.id, code: 'WORKER_FAILED' });
    } catch (error) {
      if (!isRefusal(error, 'NotFound')) throw error;
    }
  }
}
