import type * as Schema from '../schema/types.generated.ts';

/** Every field is there, since the client selects them; the descriptions are the schema's. */
type Whole<Value> = { [Field in keyof Value]-?: Whole<Value[Field]> };

/** A request for code and what came of it. What it refines is asked for by `parentId`. */
export type Snippet = Whole<Omit<Schema.Snippet, 'parent' | 'refinements'>>;

/** A snippet as a list shows it: without its code and without the signed link to its file. */
export type SnippetHead = Omit<Snippet, 'code' | 'downloadUrl'>;

/** A model that the API offers. */
export type Model = Whole<Schema.Model>;

/** What was asked for and used on one day by UTC, and what may be. */
export type UsageDay = Whole<Schema.UsageDay>;

/** What a request would use. */
export type Estimate = Whole<Schema.Estimate>;

/** News of a snippet. */
export type SnippetProgress = Whole<Schema.SnippetProgress>;
