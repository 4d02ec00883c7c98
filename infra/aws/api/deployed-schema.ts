import { parse, print, visit } from 'graphql';

/**
 * The schema document that AppSync is given: all types, fields and directives of a document, and no description.
 * AppSync's parser refuses descriptions in some places and misreads them in others, and the same goes for comments in
 * front of enum values, so none of either is left.
 * https://github.com/aws/aws-appsync-community/issues/38, /55 and /410
 */
export function deployedSchema(source: string): string {
  const withoutDescriptions = visit(parse(source), {
    StringValue: (node, key) => (key === 'description' ? null : node),
  });
  return print(withoutDescriptions);
}
