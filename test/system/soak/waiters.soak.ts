import { expect, it, onTestFinished } from 'vitest';
import { startBedrockWire } from '../../support/fakes/bedrock-wire.ts';
import { whole } from '../../support/faults/model-talks.ts';
import { startMeasuredHost } from '../../support/hosts/measured-host.ts';
import { ask } from '../../support/hosts/test-host.ts';

const WAITERS = 100;
const GENERATIONS = 50;
/** In place of 25 s; what comes at once when the wait is over is the same. */
const WAIT_SECONDS = 6;
/** The promise is 26 s for a wait of 25. */
const AT_MOST_MS = WAIT_SECONDS * 1_000 + 1_000;

const GENERATE = `mutation ($instruction: String!, $waitSeconds: Int!) {
  generateCode(language: JAVASCRIPT, instruction: $instruction, options: { waitSeconds: $waitSeconds }) { status code }
}`;

it(`${WAITERS} who wait in vain beside ${GENERATIONS} generations are answered within a second of their wait`, async () => {
  const wire = await startBedrockWire(({ body }) => (JSON.stringify(body).includes('silence') ? ['hang'] : whole));
  onTestFinished(wire.close);
  const host = await startMeasuredHost(
    { timeFactor: 1, environment: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire.url } },
    { generations: WAITERS + GENERATIONS },
  );
  const answered = async (instruction: string, waitSeconds: number): Promise<[status: unknown, ms: number]> => {
    const began = performance.now();
    const { data } = await ask<{ generateCode: { status: string } }>(host, GENERATE, { instruction, waitSeconds });
    return [data?.generateCode.status, performance.now() - began];
  };
  const all = await Promise.all([
    ...Array.from({ length: WAITERS }, () => answered('silence', WAIT_SECONDS)),
    ...Array.from({ length: GENERATIONS }, () => answered('add two numbers', 25)),
  ]);
  const slowest = Math.max(...all.slice(0, WAITERS).map(([, ms]) => ms));
  console.log(`The slowest answer took ${(slowest / 1_000).toFixed(2)} s for a wait of ${WAIT_SECONDS} s.`);
  const statuses = all.map(([status]) => status);
  for (const status of statuses.slice(0, WAITERS)) expect(['PENDING', 'GENERATING']).toContain(status);
  expect(new Set(statuses.slice(WAITERS))).toEqual(new Set(['COMPLETED']));
  expect(slowest).toBeLessThan(AT_MOST_MS);
  await host.close();
});
