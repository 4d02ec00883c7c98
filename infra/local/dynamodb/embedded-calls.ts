import { randomUUID } from 'node:crypto';
import type { DynamodbCalls, DynamodbOperations } from './dynamodb-calls.ts';
import { DynamodbRefusal } from './dynamodb-calls.ts';
import type { EmbeddedDynamodb } from './embedded-dynamodb.ts';

/** The embedded DynamoDB, called without an SDK and without a socket. */
export function embeddedCalls(embedded: EmbeddedDynamodb): DynamodbCalls {
  return {
    async call<Name extends keyof DynamodbOperations>(operation: Name, input: DynamodbOperations[Name]['in']) {
      const { status, body } = await embedded.call(operation, onTheWire(input));
      if (status === 200) return body as DynamodbOperations[Name]['out'];
      const { __type = '', message, Message } = (body ?? {}) as { __type?: string; message?: string; Message?: string };
      throw new DynamodbRefusal(__type.slice(__type.indexOf('#') + 1), message ?? Message ?? '', status, randomUUID());
    },
  };
}

/** A copy as JSON would make it, with bytes as base64: the store keeps and changes what it is given. */
function onTheWire(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(onTheWire);
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    if (item !== undefined) copy[name] = onTheWire(item);
  }
  return copy;
}
