import type { CreateTableCommandInput, KeySchemaElement, Projection } from '@aws-sdk/client-dynamodb';
import { FolderFault } from '../data-folder/folder-fault.ts';
import type { DynamodbCalls } from './dynamodb-calls.ts';

interface Layout {
  readonly KeySchema?: KeySchemaElement[] | undefined;
  readonly GlobalSecondaryIndexes?:
    | {
        readonly IndexName?: string | undefined;
        readonly KeySchema?: KeySchemaElement[] | undefined;
        readonly Projection?: Projection | undefined;
      }[]
    | undefined;
}

/**
 * Sees to it that a table that is there has the keys, indexes and projections of this version. Another version keeps its
 * rows otherwise, and what it recorded would be missing without a word.
 * @param place where the table lies, as a person knows it
 * @throws FolderFault in words for a person: it was made by another version
 */
export async function checkLayout(
  dynamodb: DynamodbCalls,
  definition: CreateTableCommandInput,
  place: string,
): Promise<void> {
  const { Table = {} } = await dynamodb.call('DescribeTable', { TableName: definition.TableName });
  const found = indexesOf(Table);
  const needed = indexesOf(definition);
  if (keysOf(Table) === keysOf(definition) && found.join() === needed.join()) return;
  throw new FolderFault(
    `${place} holds snippets of another version of Snipstream, which this one cannot read: its indexes are ` +
      `${found.join(', ') || 'none'}, and needed are ${needed.join(', ')}. Start with another data folder (--data), or ` +
      `move its folder table away to begin with an empty list; the files below code-output stay as they are.`,
  );
}

/** Each index with its keys and what it carries, in the order of their names. */
function indexesOf({ GlobalSecondaryIndexes = [] }: Layout): string[] {
  return GlobalSecondaryIndexes.map(({ IndexName, Projection = {}, ...index }) => {
    const { ProjectionType, NonKeyAttributes = [] } = Projection;
    return `${IndexName} (${keysOf(index)}; ${ProjectionType} ${[...NonKeyAttributes].sort().join(' ')})`;
  }).sort();
}

function keysOf({ KeySchema = [] }: Layout): string {
  return KeySchema.map(({ AttributeName }) => AttributeName).join(' ');
}
