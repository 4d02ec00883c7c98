// One sandbox: loads a function's bundle and hands it events, many at a time. JavaScript, as a thread cannot load TypeScript.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** @type {{ file: string, name: string }} */
const { file, name } = workerData;
const { handler } = createRequire(import.meta.url)(file);

parentPort?.on('message', async ({ requestId, event, deadline }) => {
  // Only to be told that the thread still gets to its messages.
  if (requestId === undefined) return parentPort?.postMessage({});
  const context = {
    awsRequestId: requestId,
    functionName: name,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  try {
    const result = await handler(JSON.parse(event), context);
    parentPort?.postMessage({ requestId, payload: JSON.stringify(result ?? null) });
  } catch (error) {
    console.error(error);
    const { name: errorType = 'Error', message: errorMessage = String(error) } = error instanceof Error ? error : {};
    parentPort?.postMessage({ requestId, functionError: { errorType, errorMessage } });
  }
});
