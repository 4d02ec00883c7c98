import type { ASTNode, ConstDirectiveNode, ObjectTypeDefinitionNode } from 'graphql';
import { Kind, parse } from 'graphql';
import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(`../../../schema/${name}`, import.meta.url), 'utf8');

/** The schema as it is written. */
export const schemaText = read('schema.graphql');

/** The texts a host is given, AppSync's own declarations first. */
export const typeDefs = [read('appsync.graphql'), schemaText];

/** The schema of the project, parsed. */
export const schemaDocument = parse(schemaText);

export const objectTypes: ObjectTypeDefinitionNode[] = schemaDocument.definitions.filter(
  (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
);

export const rootTypes = ['Query', 'Mutation', 'Subscription'];

export function authorizationsOf(node: ASTNode & { directives?: readonly ConstDirectiveNode[] }): string[] {
  return (node.directives ?? []).map(({ name }) => name.value).filter((name) => name !== 'aws_subscribe');
}
