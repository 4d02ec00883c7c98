import type * as Schema from '../schema/types.generated.ts';
import { BadAnswerError } from './client-errors.ts';
import type { Http } from './http-transport.ts';
import * as documents from './operations/operations.generated.ts';
import type { Estimate, Model, Snippet, SnippetHead, UsageDay } from './snippet.ts';

/**
 * A request for new code. If `options.id` is left out, the client sets it, so that it can repeat a call whose answer
 * was lost.
 */
export interface GenerateRequest {
  readonly language: Schema.Language;
  /** 1 to 4,000 UTF-16 units, not only white space. */
  readonly instruction: string;
  readonly options?: Schema.GenerationOptions | undefined;
}

/** A request for a new version of a snippet's code. */
export interface RefineRequest {
  /** The snippet to refine. */
  readonly id: string;
  /** What the new code does differently: 1 to 4,000 UTF-16 units, not only white space. */
  readonly instruction: string;
  /** `options.id` is the id of the new snippet. */
  readonly options?: Schema.GenerationOptions | undefined;
}

/** Selects the snippets of a list. */
export interface ListFilter {
  readonly language?: Schema.Language | undefined;
  /** The number of snippets per request, from 1 to 100. The default is 20. */
  readonly pageSize?: number | undefined;
}

/** One page of a list. */
export interface SnippetHeadPage {
  /** The snippets of this page, the newest first. It may be empty although another page follows. */
  readonly items: readonly SnippetHead[];
  /** Pass this token as `after` to read the next page. It is null on the last page. */
  readonly nextToken: string | null;
}

export interface CallOptions {
  /** If the signal is aborted, the call ends and rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

export interface PageOptions extends CallOptions {
  /** The `nextToken` of the previous page. If it is left out, the first page is read. */
  readonly after?: string | undefined;
}

export interface UsageOptions extends CallOptions {
  /** The number of days, including today, from 1 to 31. The default is 7. */
  readonly days?: number | undefined;
}

/**
 * The calls over HTTP. Each of them may reject with a SnipstreamError. A call that failed is repeated a few times if
 * this is safe and may help.
 */
export interface Calls {
  /**
   * Generates code and waits up to `options.waitSeconds` for it. What goes wrong once it was accepted is in `failure`.
   * @example
   * const snippet = await client.generateCode({ language: 'PYTHON', instruction: 'implement binary search' });
   * console.log(snippet.code ?? snippet.failure?.message);
   */
  generateCode(request: GenerateRequest, options?: CallOptions): Promise<Snippet>;
  /**
   * As `generateCode`, but from the code of a snippet of yours: the answer is its child.
   * @example
   * const better = await client.refineSnippet({ id, instruction: 'handle an empty list' });
   * console.log(better.code);
   */
  refineSnippet(request: RefineRequest, options?: CallOptions): Promise<Snippet>;
  /**
   * What `options.model` may name, the default first.
   * @example
   * const [usual] = await client.models();
   * console.log(usual?.id);
   */
  models(options?: CallOptions): Promise<readonly Model[]>;
  /**
   * What you have used on each day by UTC, today first, and what your quota is. All callers with the API key share one.
   * @example
   * const [today] = await client.usage({ days: 1 });
   * console.log(`${today?.used} of ${today?.limit ?? 'any number of'} snippets until ${today?.resetsAt}`);
   */
  usage(options?: UsageOptions): Promise<readonly UsageDay[]>;
  /**
   * What a request would use and cost, and why a quota would refuse it: `generateCode` or `refineSnippet` with the same
   * request. No model is asked and nothing is recorded.
   * @example
   * const { mostCost, refusal } = await client.estimate({ language: 'GO', instruction: 'fizzbuzz' });
   * console.log(refusal?.message ?? `at most ${mostCost ?? 'an unknown number of'} dollars`);
   */
  estimate(request: GenerateRequest | RefineRequest, options?: CallOptions): Promise<Estimate>;
  /**
   * Null when the id is unknown or the snippet is not yours.
   * @example
   * const snippet = await client.snippet(id);
   * console.log(snippet?.status ?? 'there is none');
   */
  snippet(id: string, options?: CallOptions): Promise<Snippet | null>;
  /**
   * All snippets, newest first; a page is asked for when the one before is used up.
   * @example
   * for await (const { createdAt, instruction } of client.snippets({ language: 'PYTHON' })) console.log(createdAt, instruction);
   */
  snippets(filter?: ListFilter, options?: CallOptions): AsyncIterable<Snippet>;
  /**
   * One page of the same list without code and links, which makes it small. Ask `snippet` for the code of one of them.
   * @example
   * const first = await client.snippetPage({ pageSize: 10 });
   * const second = first.nextToken ? await client.snippetPage({ pageSize: 10 }, { after: first.nextToken }) : undefined;
   * console.log(first.items.length, second?.items.length);
   */
  snippetPage(filter?: ListFilter, options?: PageOptions): Promise<SnippetHeadPage>;
  /**
   * Ends a snippet; one that has ended is returned as it is.
   * @example
   * const { status } = await client.cancelSnippet(id);
   * console.log(status);
   */
  cancelSnippet(id: string, options?: CallOptions): Promise<Snippet>;
  /**
   * Removes an ended snippet and its file. Not repeated: a second time it would be `NotFound`.
   * @example
   * await client.deleteSnippet(id);
   */
  deleteSnippet(id: string, options?: CallOptions): Promise<Snippet>;
  /**
   * Removes everything of yours, finished or not, with its files, step by step until nothing is found. @returns how many snippets
   * @example
   * console.log(`${await client.deleteAllSnippets()} snippets are gone`);
   */
  deleteAllSnippets(options?: CallOptions): Promise<number>;
}

export function createCalls(http: Http): Calls {
  return {
    async generateCode({ language, instruction, options }, { signal } = {}) {
      const field = 'generateCode';
      const document = documents.GenerateCodeDocument;
      const variables = { language, instruction, options: { ...options, id: options?.id ?? crypto.randomUUID() } };
      return present(http, field, await http.ask({ field, document, variables, repeatable: true, signal }));
    },
    async refineSnippet({ id, instruction, options }, { signal } = {}) {
      const field = 'refineSnippet';
      const document = documents.RefineSnippetDocument;
      const variables = { id, instruction, options: { ...options, id: options?.id ?? crypto.randomUUID() } };
      return present(http, field, await http.ask({ field, document, variables, repeatable: true, signal }));
    },
    async models({ signal } = {}) {
      const field = 'models';
      const document = documents.ModelsDocument;
      return present(http, field, await http.ask({ field, document, variables: {}, repeatable: true, signal }));
    },
    async usage({ days, signal } = {}) {
      const field = 'usage';
      const document = documents.UsageDocument;
      return present(http, field, await http.ask({ field, document, variables: { days }, repeatable: true, signal }));
    },
    async estimate(request, { signal } = {}) {
      if ('language' in request) {
        const field = 'estimate';
        const { language, instruction, options } = request;
        const asked = { field, document: documents.EstimateDocument, repeatable: true, signal } as const;
        return present(http, field, await http.ask({ ...asked, variables: { language, instruction, options } }));
      }
      const field = 'estimateRefinement';
      const { id, instruction, options } = request;
      const asked = { field, document: documents.EstimateRefinementDocument, repeatable: true, signal } as const;
      return present(http, field, await http.ask({ ...asked, variables: { id, instruction, options } }));
    },
    snippet: (id, { signal } = {}) =>
      http.ask({ field: 'snippet', document: documents.SnippetDocument, variables: { id }, repeatable: true, signal }),
    async *snippets({ language, pageSize } = {}, { signal } = {}) {
      const field = 'snippets';
      const document = documents.SnippetsDocument;
      let nextToken: string | undefined;
      do {
        const variables = { language, limit: pageSize, nextToken };
        const page = present(http, field, await http.ask({ field, document, variables, repeatable: true, signal }));
        yield* page.items;
        nextToken = page.nextToken ?? undefined;
      } while (nextToken !== undefined);
    },
    async snippetPage({ language, pageSize } = {}, { after, signal } = {}) {
      const field = 'snippets';
      const document = documents.SnippetHeadsDocument;
      const variables = { language, limit: pageSize, nextToken: after };
      return present(http, field, await http.ask({ field, document, variables, repeatable: true, signal }));
    },
    async cancelSnippet(id, { signal } = {}) {
      const field = 'cancelSnippet';
      const document = documents.CancelSnippetDocument;
      return present(http, field, await http.ask({ field, document, variables: { id }, repeatable: true, signal }));
    },
    async deleteAllSnippets({ signal } = {}) {
      const field = 'deleteAllSnippets';
      const document = documents.DeleteAllSnippetsDocument;
      for (let total = 0; ;) {
        const asked = { field, document, variables: {}, repeatable: true, signal } as const;
        const { deleted, done } = present(http, field, await http.ask(asked));
        total += deleted;
        if (done) return total;
      }
    },
    async deleteSnippet(id, { signal } = {}) {
      const field = 'deleteSnippet';
      const document = documents.DeleteSnippetDocument;
      return present(http, field, await http.ask({ field, document, variables: { id }, repeatable: false, signal }));
    },
  };
}

function present<Value>(http: Http, field: string, value: Value | null): Value {
  if (value === null) throw new BadAnswerError(http.asked(field), 200);
  return value;
}
