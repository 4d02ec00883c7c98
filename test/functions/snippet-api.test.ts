import { describe, expect, it } from 'vitest';
import type { ApiRefusal } from '../../functions/generation-failure.ts';
import { createSnippetApi } from '../../functions/snippet-api.ts';
import type { Answer } from '../support/fakes/fake-api.ts';
import { data, refusal, startFakeApi } from '../support/fakes/fake-api.ts';

const LEASE_MS = 45_000;
const ID = '3f9a2c1e-0000-4000-8000-000000000000';
const fine = data('snippetStatus', 'GENERATING');
const blocked: Answer = {
  status: 403,
  body: { errors: [{ errorType: 'WAFForbiddenException', message: '403 Forbidden' }] },
};

/** An API that answers in this order, the last for ever, called on a clock that only pauses move. */
async function callWith(answers: readonly Answer[], chance = 0.5) {
  let now = 0;
  const pauses: number[] = [];
  const fake = await startFakeApi(() => answers[Math.min(fake.requests.length, answers.length) - 1] ?? fine);
  const credentials = () => ({ accessKeyId: 'AKID', secretAccessKey: 'secret' });
  const api = createSnippetApi(
    { apiUrl: new URL(fake.url), region: 'us-east-1', credentials, repeatForMs: LEASE_MS },
    {
      fetch,
      now: () => now,
      chance: () => chance,
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
        now += milliseconds;
      },
    },
  );
  return { call: api.call('snippetStatus', { id: ID }), pauses, requests: fake.requests, waited: () => now };
}

describe('an internal call', () => {
  const passing: Record<string, Answer> = {
    'throttled with 429': { status: 429, body: { errors: [{ errorType: 'ThrottlingException', message: 'Slow.' }] } },
    'a 500': { status: 500, body: { errors: [{ errorType: 'InternalFailure', message: 'No.' }] } },
    'a 503 that is no JSON': { status: 503, body: '<html>busy</html>' },
    "the firewall's 403": blocked,
    'a body that breaks off': { body: '{"data":' },
    'a failure inside the API': refusal('snippetStatus', 'InternalFailure', 'The snippet could not be read.'),
  };

  it.each(Object.entries(passing))('answered %s is repeated until it is answered', async (_name, answer) => {
    const { call, requests, pauses } = await callWith([answer, answer, answer, answer, answer, answer, fine]);
    await expect(call).resolves.toBe('GENERATING');
    expect(requests).toHaveLength(7);
    expect(pauses).toEqual([100, 200, 400, 800, 1_600, 3_200]);
  });

  it('is repeated for as long as the lease lasts, and no longer, with pauses of 8 s at most', async () => {
    const { call, requests, pauses, waited } = await callWith([blocked], 1);
    await expect(call).rejects.toThrow('The firewall in front of the API answered 403.');
    expect(pauses).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 8_000, 8_000, 8_000, 8_000]);
    expect(requests).toHaveLength(11);
    expect(waited()).toBeLessThan(LEASE_MS);
  });

  it('pauses for a part by chance, so that many workers do not come at once', async () => {
    const { call, pauses } = await callWith([blocked, blocked, fine], 0.25);
    await call;
    expect(pauses).toEqual([50, 100]);
  });

  it.each([
    ['500', { status: 500, body: {} }, 'The API answered 500.'],
    ['429', { status: 429, body: {} }, 'The API answered 429.'],
    ['a failure of its own', refusal('snippetStatus', 'InternalFailure', 'It broke.'), 'snippetStatus: It broke.'],
  ] as const)('that is answered with %s for ever says so', async (_what, answer, message) => {
    const { call, requests } = await callWith([answer]);
    await expect(call).rejects.toThrow(message);
    expect(requests.length).toBeGreaterThan(5);
  });

  it.each([{}, { errors: [] }])('refused with 403 and %j is an answer without data', async (body) => {
    const { call, requests } = await callWith([{ status: 403, body }]);
    await expect(call).resolves.toBeNull();
    expect(requests).toHaveLength(1);
  });

  it("is the firewall's refusal with 403 alone", async () => {
    const { call, requests } = await callWith([{ ...blocked, status: 200 }]);
    await expect(call).rejects.toMatchObject({ name: 'ApiRefusal', errorType: 'WAFForbiddenException' });
    expect(requests).toHaveLength(1);
  });

  it('refused without a type is refused as Unknown, in the words of the API', async () => {
    const { call } = await callWith([{ body: { errors: [{ message: 'No.' }] } }]);
    await expect(call).rejects.toMatchObject({ errorType: 'Unknown', message: 'snippetStatus: No.' });
  });

  it.each([
    ['InvalidSignatureException', 403],
    ['UnrecognizedClientException', 403],
    ['AttemptLost', 200],
    ['NotFound', 200],
  ])('refused with %s is not repeated', async (errorType, status) => {
    const { call, requests } = await callWith([{ status, body: { errors: [{ errorType, message: 'No.' }] } }]);
    await expect(call).rejects.toMatchObject({ name: 'ApiRefusal', errorType } satisfies Partial<ApiRefusal>);
    expect(requests).toHaveLength(1);
  });
});
