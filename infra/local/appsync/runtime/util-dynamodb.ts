import { unavailable } from './unavailable.ts';

/** An attribute as AppSync writes it: numbers stay numbers, and NULL holds null. */
export type Attribute = Record<string, unknown>;

/** The typed form of a plain value; undefined is null. */
export function toDynamoDB(value: unknown): Attribute {
  if (value === null || value === undefined) return { NULL: null };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(toDynamoDB) };
  if (typeof value === 'object') return { M: toMapValues(value) };
  throw new TypeError(`A ${typeof value} has no form in DynamoDB.`);
}

/** Each property in its typed form; undefined ones are left out. */
export function toMapValues(map: object): Record<string, Attribute> {
  const present = Object.entries(map).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, toDynamoDB(value)]));
}

/** `util.dynamodb`, as recorded from AWS. */
export const dynamodbFunctions = {
  toDynamoDB,
  toString: (value: string) => ({ S: value }),
  toStringSet: (values: string[]) => ({ SS: values }),
  toNumber: (value: number) => ({ N: value }),
  toNumberSet: (values: number[]) => ({ NS: values }),
  toBinary: (value: string) => ({ B: value }),
  toBinarySet: (values: string[]) => ({ BS: values }),
  toBoolean: (value: boolean) => ({ BOOL: value }),
  toNull: () => ({ NULL: null }),
  toList: (values: unknown[]) => ({ L: values.map(toDynamoDB) }),
  toMap: (map: object) => ({ M: toMapValues(map) }),
  toMapValues,
  toS3Object: (key: string, bucket: string, region: string, version?: string) => ({
    S: JSON.stringify({ s3: { key, bucket, region, version } }),
  }),
  fromS3ObjectJson: unavailable('util.dynamodb.fromS3ObjectJson'),
};
