import type {
  BatchGetItemCommandInput,
  BatchGetItemCommandOutput,
  BatchWriteItemCommandInput,
  BatchWriteItemCommandOutput,
  CreateTableCommandInput,
  CreateTableCommandOutput,
  DeleteItemCommandInput,
  DeleteItemCommandOutput,
  DescribeTableCommandInput,
  DescribeTableCommandOutput,
  GetItemCommandInput,
  GetItemCommandOutput,
  PutItemCommandInput,
  PutItemCommandOutput,
  QueryCommandInput,
  QueryCommandOutput,
  ScanCommandInput,
  ScanCommandOutput,
  UpdateItemCommandInput,
  UpdateItemCommandOutput,
} from '@aws-sdk/client-dynamodb';

/** The operations of DynamoDB that this host needs: what goes in and what comes out, as the SDK names it. */
export interface DynamodbOperations {
  BatchGetItem: Operation<BatchGetItemCommandInput, BatchGetItemCommandOutput>;
  BatchWriteItem: Operation<BatchWriteItemCommandInput, BatchWriteItemCommandOutput>;
  CreateTable: Operation<CreateTableCommandInput, CreateTableCommandOutput>;
  DeleteItem: Operation<DeleteItemCommandInput, DeleteItemCommandOutput>;
  DescribeTable: Operation<DescribeTableCommandInput, DescribeTableCommandOutput>;
  GetItem: Operation<GetItemCommandInput, GetItemCommandOutput>;
  PutItem: Operation<PutItemCommandInput, PutItemCommandOutput>;
  Query: Operation<QueryCommandInput, QueryCommandOutput>;
  Scan: Operation<ScanCommandInput, ScanCommandOutput>;
  UpdateItem: Operation<UpdateItemCommandInput, UpdateItemCommandOutput>;
}

interface Operation<In, Out> {
  readonly in: In;
  readonly out: Omit<Out, '$metadata'>;
}

/**
 * A DynamoDB: the one embedded here, or a real one. Binary values may go in as bytes, and come out as bytes or as base64.
 */
export interface DynamodbCalls {
  /** @throws DynamodbRefusal what DynamoDB says against it */
  call<Name extends keyof DynamodbOperations>(
    operation: Name,
    input: DynamodbOperations[Name]['in'],
  ): Promise<DynamodbOperations[Name]['out']>;
}

/** What DynamoDB answered in place of a result; `name` is that of its exception, as `ConditionalCheckFailedException`. */
export class DynamodbRefusal extends Error {
  override readonly name: string;
  readonly status: number;
  readonly requestId: string;
  constructor(name: string, message: string, status: number, requestId = '') {
    super(message);
    this.name = name;
    this.status = status;
    this.requestId = requestId;
  }
}

/** Whether a call was refused with this exception. */
export function isRefusal(error: unknown, name: string): boolean {
  return error instanceof DynamodbRefusal && error.name === name;
}
