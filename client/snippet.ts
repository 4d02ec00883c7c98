import type * as Schema from '../schema/types.generated.ts';

/** Every field is there, since the client selects them all; the descriptions are the schema's. */
type Whole<Value> = { [Field in keyof Value]-?: Whole<Value[Field]> };

/** A request for code and what came of it. */
export type Snippet = Whole<Schema.Snippet>;

/** News of a snippet. */
export type SnippetProgress = Whole<Schema.SnippetProgress>;
