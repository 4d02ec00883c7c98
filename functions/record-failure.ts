import type { SQSEvent } from 'aws-lambda';
import { readConfig } from './function-config.ts';
import { isRefusal } from './generation-failure.ts';
import { meterApi } from './metered-api.ts';
import { createSnippetApi } from './snippet-api.ts';

const api = meterApi(createSnippetApi(readConfig()));

/**
 * Ends the snippets for which every delivery to the worker failed. Each record has the form that Lambda sends to a
 * failure destination (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 * @throws ApiRefusal `AttemptLost` if a lease has not expired yet; the queue then delivers the record again
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
