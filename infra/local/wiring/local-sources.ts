import type { SourceName } from '../../../resolvers/manifest.ts';
import type { ResolverName } from '../../bundle.ts';
import type { DataSource } from '../appsync/sources/data-source.ts';
import { noneSource } from '../appsync/sources/data-source.ts';
import { createDynamodbSource } from '../appsync/sources/dynamodb-source.ts';
import { createLambdaSource } from '../appsync/sources/lambda-source.ts';
import type { DynamodbCalls } from '../dynamodb/dynamodb-calls.ts';
import type { EventQueue } from '../lambda/event-queue.ts';
import type { Functions } from '../lambda/invoke.ts';
import type { PushedEnds } from '../lambda/pushed-ends.ts';

/** The parts that the data sources of this host use. */
export interface SourceParts {
  readonly table: { readonly dynamodb: DynamodbCalls; readonly name: string };
  readonly functions: Functions;
  readonly events: EventQueue;
  readonly ends: Pick<PushedEnds, 'orEnd'>;
  /** What page tokens are sealed with. */
  readonly tokenSecret: string;
}

/** The data sources of this host, as a resolver asks for them by their name in the manifest. */
export function createSources({ table, functions, events, ends, tokenSecret }: SourceParts) {
  return (name: SourceName, resolver: ResolverName): DataSource => {
    switch (name) {
      case 'none':
        return noneSource;
      case 'table':
        return createDynamodbSource({ dynamodb: table.dynamodb, table: table.name, resolver, tokenSecret });
      default:
        return createLambdaSource({
          invoke: (payload) => {
            const invocation = functions.invoke(name, payload);
            return name === 'await-snippet' ? ends.orEnd(idIn(payload), invocation) : invocation;
          },
          invokeEvent: (payload) => events.send(name, payload),
        });
    }
  };
}

function idIn(payload: unknown): string {
  return typeof payload === 'object' && payload !== null && 'id' in payload ? String(payload.id) : '';
}
