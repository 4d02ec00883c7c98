import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { isObject, RequestFault } from './data-source.ts';

/** Typed values of a request, as `{ id: { S: 'a' } }`, in the SDK's form. `path` names them in a `RequestFault`. */
export function attributesFrom(values: unknown, path: string): Record<string, AttributeValue> {
  if (!isObject(values)) throw unsupported(path);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, attribute(value, `${path}[${name}]`)]),
  );
}

/** An item as plain JSON: numbers as numbers, sets as lists, binary as base64. */
export function plainItem(item: Record<string, AttributeValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));
}

function attribute(value: unknown, path: string): AttributeValue {
  const entries = isObject(value) ? Object.entries(value) : [];
  const [entry] = entries;
  if (!entry || entries.length > 1) throw unsupported(path);
  const [type, content] = entry;
  switch (type) {
    case 'S':
      return { S: String(content) };
    case 'N':
      return { N: String(content) };
    case 'BOOL':
      return { BOOL: content === true };
    case 'NULL':
      return { NULL: true };
    case 'B':
      return { B: Buffer.from(String(content), 'base64') };
    case 'SS':
      return { SS: list(content, path).map(String) };
    case 'NS':
      return { NS: list(content, path).map(String) };
    case 'BS':
      return { BS: list(content, path).map((item) => Buffer.from(String(item), 'base64')) };
    case 'L':
      return { L: list(content, path).map((item, index) => attribute(item, `${path}[L][${index}]`)) };
    case 'M':
      return { M: attributesFrom(content, `${path}[M]`) };
    default:
      throw unsupported(path);
  }
}

function plain(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L !== undefined) return value.L.map(plain);
  if (value.M !== undefined) return plainItem(value.M);
  if (value.SS !== undefined) return value.SS;
  if (value.NS !== undefined) return value.NS.map(Number);
  if (value.B !== undefined) return base64(value.B);
  if (value.BS !== undefined) return value.BS.map(base64);
  return null;
}

/** The embedded DynamoDB gives it as such. */
function base64(bytes: Uint8Array | string): string {
  return typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('base64');
}

function list(content: unknown, path: string): unknown[] {
  if (!Array.isArray(content)) throw unsupported(path);
  return content;
}

function unsupported(path: string): RequestFault {
  return new RequestFault(`Unsupported element '${path}'.`);
}
