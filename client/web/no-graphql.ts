/**
 * Stands for the package `graphql` in the page's bundle, by an alias of infra/bundle-page.ts. graphql-request parses a
 * document only to find the name of its operation, which the API does not need; the parser would be more than half of the
 * page's code. test/client/web/page-size.test.ts holds the page to its size.
 */
export const Kind = { OPERATION_DEFINITION: 'OperationDefinition' } as const;

export function parse(): { readonly kind: 'Document'; readonly definitions: readonly [] } {
  return { kind: 'Document', definitions: [] };
}

export function print(document: unknown): string {
  return String(document);
}
