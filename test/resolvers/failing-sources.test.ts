import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetItem } from '../../resolvers/item/snippet-item.ts';
import type { FieldEntry } from '../../resolvers/manifest.ts';
import { fields, steps } from '../../resolvers/manifest.ts';
import type { Outcome, ResolverStage } from '../support/hosts/resolver-stage.ts';
import { noQuotas } from '../../infra/quotas-setting.ts';
import { openResolverStage } from '../support/hosts/resolver-stage.ts';
import { runtimeNames, runtimes } from '../support/hosts/runtimes.ts';

type Ask = (stage: ResolverStage, id: string) => Promise<Outcome<unknown>>;

const attempt = randomUUID();
const held = { attempt, lease: Date.now() + 3_600_000 };
const done = { status: 'COMPLETED', completedAt: new Date().toISOString() } as const;
const overdue = { expectedUntil: 1, ...held };

const query =
  (text: string): Ask =>
  (stage, id) =>
    stage.ask(`query($id: ID!) { ${text} }`, { id });
const mutation =
  (text: string): Ask =>
  (stage, id) =>
    stage.ask(`mutation($id: ID!) { ${text} }`, { id });

const generate: Ask = (stage) =>
  stage.ask(`mutation { generateCode(language: PYTHON, instruction: "x", options: { id: "${randomUUID()}" }) { id } }`);
const refine: Ask = (stage, id) =>
  mutation(`refineSnippet(id: $id, instruction: "x", options: { id: "${randomUUID()}" }) { id }`)(stage, id);
const estimate: Ask = (stage) => stage.ask('{ estimate(language: PYTHON, instruction: "x") { model } }');
const estimateRefinement = query('estimateRefinement(id: $id, instruction: "x") { model }');
const cancel = mutation('cancelSnippet(id: $id) { id }');
const remove = mutation('deleteSnippet(id: $id) { id }');
const removeAll: Ask = (stage) => stage.ask('mutation { deleteAllSnippets { deleted } }');
const claim: Ask = (stage, id) => stage.call('startSnippet', { id, attempt: randomUUID() });
const append: Ask = (stage, id) => stage.call('appendCode', { id, attempt, sequence: 3, offset: 4, part: 'ef' });
const complete: Ask = (stage, id) =>
  stage.call('completeSnippet', { id, attempt, sequence: 2, model: 'm', truncated: false });
const keep: Ask = (stage, id) =>
  stage.call('keepAnswer', {
    ...{ id, attempt, sequence: 2, model: 'm', modelCalls: 1 },
    check: { state: 'FAULTY', faults: [{ line: 1, column: 1, message: 'x' }] },
  });
const fail: Ask = (stage, id) => stage.call('failSnippet', { id, attempt, code: 'MODEL_REFUSED' });

const report: Ask = (stage, id) =>
  stage.call('reportTokens', { id, attempt, spent: { inputTokens: 1, outputTokens: 1 } });
/** The same, with a worker that cannot be started. */
const unstarted =
  (ask: Ask): Ask =>
  (stage, id) => {
    stage.failing.add('steps/start-worker');
    return ask(stage, id);
  };

interface Case {
  readonly ask: Ask;
  /** The snippet that is there before. */
  readonly state?: Partial<SnippetItem>;
  /** What the caller reads. */
  readonly sentence: string;
}

const charge = { day: '2026-11-25', tokens: 1 };
const COUNTED = 'The end of the snippet could not be counted.';
const CHANGE = 'The snippet could not be changed.';
const READ = 'The snippet could not be read.';
const NOTHING_STARTED = 'nothing was started.';

/** Each source that a field can meet, by the field and the step, with what the caller is told when that source fails. */
const cases: Readonly<Record<string, Case>> = {
  'Query.snippet': { ask: query('snippet(id: $id) { id }'), sentence: READ },
  'Query.snippets list-snippets': {
    ask: query('snippets { items { id } } snippet(id: $id) { id }'),
    sentence: 'The snippets could not be listed.',
  },
  'Query.snippetStatus': { ask: (stage, id) => stage.call('snippetStatus', { id }), sentence: READ },
  'Query.usage': { ask: query('snippet(id: $id) { id } usage { asked }'), sentence: 'Your usage could not be read.' },
  'Query.estimate read-asked': {
    ask: estimate,
    sentence: `The snippet could not be looked up; ${NOTHING_STARTED}`,
  },
  'Query.estimate estimate-request': { ask: estimate, sentence: 'The quota of the deployment could not be read.' },
  'Query.estimateRefinement read-asked-and-parent': {
    ...{ ask: estimateRefinement, state: done },
    sentence: `The snippet to refine could not be read; ${NOTHING_STARTED}`,
  },
  'Query.estimateRefinement estimate-request': {
    ...{ ask: estimateRefinement, state: done, sentence: 'The quota of the deployment could not be read.' },
  },
  'Mutation.generateCode read-asked': {
    ask: generate,
    sentence: `The snippet could not be looked up; ${NOTHING_STARTED}`,
  },
  'Mutation.generateCode claim-quota': { ask: generate, sentence: `Your quota could not be read; ${NOTHING_STARTED}` },
  'Mutation.generateCode claim-deployment-quota': {
    ask: generate,
    sentence: `The quota of the deployment could not be read; ${NOTHING_STARTED}`,
  },
  'Mutation.generateCode settle-quota': { ask: unstarted(generate), sentence: COUNTED },
  'Mutation.generateCode record': { ask: generate, sentence: `The snippet could not be recorded; ${NOTHING_STARTED}` },
  'Mutation.generateCode read-recorded': {
    ask: generate,
    sentence: 'The snippet was recorded, but could not be read; ask for it by its id.',
  },
  'Mutation.refineSnippet claim-quota': {
    ...{ ask: refine, state: done, sentence: `Your quota could not be read; ${NOTHING_STARTED}` },
  },
  'Mutation.refineSnippet claim-deployment-quota': {
    ...{ ask: refine, state: done, sentence: `The quota of the deployment could not be read; ${NOTHING_STARTED}` },
  },
  'Mutation.refineSnippet settle-quota': { ask: unstarted(refine), state: done, sentence: COUNTED },
  'Mutation.refineSnippet read-asked-and-parent': {
    ...{ ask: refine, state: done, sentence: `The snippet to refine could not be read; ${NOTHING_STARTED}` },
  },
  'Mutation.refineSnippet record': {
    ...{ ask: refine, state: done, sentence: `The snippet could not be recorded; ${NOTHING_STARTED}` },
  },
  'Mutation.refineSnippet read-recorded': {
    ...{ ask: refine, state: done },
    sentence: 'The snippet was recorded, but could not be read; ask for it by its id.',
  },
  'Mutation.cancelSnippet apply-change': { ask: cancel, sentence: CHANGE },
  'Mutation.cancelSnippet settle-quota': { ask: cancel, state: { charge }, sentence: COUNTED },
  'Mutation.cancelSnippet read-if-refused': { ask: cancel, state: done, sentence: READ },
  'Mutation.deleteSnippet read-ended': {
    ask: remove,
    state: done,
    sentence: `${READ.replace('.', ';')} nothing was deleted.`,
  },
  'Mutation.deleteSnippet remove-file': {
    ...{ ask: remove, state: done, sentence: 'The file could not be removed; the snippet is still there.' },
  },
  'Mutation.deleteSnippet remove-item': {
    ...{ ask: remove, state: done, sentence: 'The file was removed, the snippet could not be; delete it again.' },
  },
  'Mutation.deleteAllSnippets list-owned': {
    ...{ ask: removeAll, sentence: 'The snippets could not be listed; nothing was deleted.' },
  },
  'Mutation.deleteAllSnippets remove-files': {
    ...{ ask: removeAll, sentence: 'The files could not be removed; the snippets are still there. Call again.' },
  },
  'Mutation.deleteAllSnippets remove-items': {
    ...{ ask: removeAll, sentence: 'The files were removed, the snippets could not be. Call again.' },
  },
  'Mutation.deleteAllSnippets remove-late-files': {
    ...{ ask: removeAll, sentence: 'The snippets were removed, but a file of one that was at work may be left.' },
  },
  'Mutation.deleteAllSnippets settle-deleted': {
    ...{ ask: removeAll, state: { charge } },
    sentence: 'The snippets were removed; until their time is over they count as running.',
  },
  'Mutation.startSnippet settle-quota': { ask: claim, state: { ...done, charge }, sentence: COUNTED },
  'Mutation.startSnippet apply-change': { ask: claim, sentence: CHANGE },
  'Mutation.startSnippet read-if-refused': { ask: claim, state: done, sentence: READ },
  'Mutation.startSnippet read-parent-code': {
    ...{ ask: claim, state: { parentId: randomUUID() }, sentence: 'The snippet to refine could not be read.' },
  },
  'Mutation.appendCode apply-change': { ask: append, state: held, sentence: CHANGE },
  'Mutation.appendCode read-if-refused': { ask: append, state: done, sentence: READ },
  'Mutation.completeSnippet settle-quota': { ask: complete, state: { ...held, charge }, sentence: COUNTED },
  'Mutation.completeSnippet apply-change': { ask: complete, state: held, sentence: CHANGE },
  'Mutation.completeSnippet read-if-refused': { ask: complete, state: done, sentence: READ },
  'Mutation.keepAnswer apply-change': { ask: keep, state: held, sentence: CHANGE },
  'Mutation.keepAnswer read-if-refused': { ask: keep, state: done, sentence: READ },
  'Mutation.reportTokens apply-change': { ask: report, state: held, sentence: CHANGE },
  'Mutation.reportTokens count-late-tokens': {
    ...{ ask: report, state: { ...done, charge }, sentence: 'The tokens could not be counted.' },
  },
  'Mutation.failSnippet settle-quota': { ask: fail, state: { ...held, charge }, sentence: COUNTED },
  'Mutation.failSnippet apply-change': { ask: fail, state: held, sentence: CHANGE },
  'Mutation.failSnippet read-if-refused': { ask: fail, state: done, sentence: READ },
  'Mutation.failSnippet record-time-out': {
    ...{ ask: fail, state: overdue, sentence: 'The end of the snippet could not be recorded.' },
  },
  'Snippet.code read-one': {
    ask: query('snippets { items { id text: code } } snippet(id: $id) { id }'),
    sentence: 'The code could not be read.',
  },
  'Snippet.sequence read-one': {
    ask: query('snippets { items { id number: sequence } } snippet(id: $id) { id }'),
    sentence: 'The sequence could not be read.',
  },
  'Snippet.parent read-one': {
    ask: query('snippet(id: $id) { id parent { id } }'),
    state: { parentId: randomUUID() },
    sentence: 'The snippet that this one refines could not be read.',
  },
  'Snippet.refinements list-refinements': {
    ...{
      ask: query('snippet(id: $id) { refinements { items { id } } }'),
      sentence: 'The snippets could not be listed.',
    },
  },
  'Snippet.downloadUrl sign-link': {
    ...{ ask: query('snippet(id: $id) { downloadUrl }'), state: done, sentence: 'The link could not be made.' },
  },
};

/** The steps whose failing source is no error for the caller, each held by a test of its own, here or of the step. */
const forgiven = ['start-worker', 'wait', 'record-refused-start', 'read-codes'];

/** Every source that a field can meet: `Query.snippet`, or `Mutation.generateCode record`. */
const places = (Object.entries(fields) as [string, FieldEntry][]).flatMap(([field, entry]) =>
  'source' in entry
    ? entry.source === 'none'
      ? []
      : [field]
    : entry.steps
        .filter((step) => steps[step] !== 'none' && !forgiven.includes(step))
        .map((step) => `${field} ${step}`),
);

it('knows every source that a field can meet', () => {
  expect(Object.keys(cases).sort()).toEqual(places.sort());
});

describe.each(runtimeNames)('a source that fails, in the %s runtime', (runtime) => {
  let stage: ResolverStage;
  beforeAll(async () => {
    stage = await openResolverStage(runtimes[runtime], { quotas: { ...noQuotas, deployment: 1_000 } });
  });
  afterAll(() => stage.snippets.close());

  it.each(Object.entries(cases))('at %s ends the request with one sentence, not its own words', async (place, row) => {
    const [field = '', step] = place.split(' ');
    const id = await stage.seed(row.state ?? {});
    stage.failing.add(step ? `steps/${step}` : field);
    try {
      const { errorType, message } = await row.ask(stage, id);
      expect({ errorType, message }).toEqual({ errorType: 'InternalFailure', message: row.sentence });
    } finally {
      stage.failing.clear();
    }
  });

  it('when the work is to be started ends the snippet, which may be asked for again', async () => {
    stage.failing.add('steps/start-worker');
    const { data } = await stage.ask(
      'mutation { generateCode(language: PYTHON, instruction: "x") { id status failure { code retryable } } }',
    );
    stage.failing.clear();
    const failure = { code: 'WORKER_NOT_STARTED', retryable: true };
    expect(data).toEqual({ generateCode: { id: expect.any(String), status: 'FAILED', failure } });
    const { id } = (data as { generateCode: { id: string } }).generateCode;
    expect(stage.invoked.at(-1), 'a function counts it, for an alarm').toEqual({
      ...{ name: 'await-snippet', payload: { id, notStarted: true } },
    });
  });

  it('when that cannot be recorded either says so', async () => {
    stage.failing.add('steps/start-worker').add('steps/record-refused-start');
    const { errorType, message } = await generate(stage, '');
    stage.failing.clear();
    expect({ errorType, message }).toEqual({
      ...{ errorType: 'InternalFailure', message: 'The work could not be started, and that could not be recorded.' },
    });
  });

  it('when the request waits is no error: the caller reads what there is', async () => {
    stage.failing.add('steps/wait');
    const { data, errorType } = await stage.ask(
      'mutation { generateCode(language: PYTHON, instruction: "x") { status } }',
    );
    stage.failing.clear();
    expect({ data, errorType }).toEqual({ data: { generateCode: { status: 'PENDING' } }, errorType: null });
  });
});
