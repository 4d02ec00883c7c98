import type { GraphQLScalarType, GraphQLSchema } from 'graphql';
import { isIP } from 'node:net';
import { GraphQLError, Kind, valueFromASTUntyped } from 'graphql';

/** What a scalar of AppSync takes, and its noun in refusals (https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html). */
interface Form {
  readonly noun: string;
  readonly fits: (value: unknown) => boolean;
}

const OFFSET = String.raw`(Z|[+-]\d\d:\d\d(:\d\d)?)`;
const textLike = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

const forms: Record<string, Form> = {
  AWSDate: { noun: 'date', fits: textLike(new RegExp(`^\\d{4}-\\d\\d-\\d\\d${OFFSET}?$`)) },
  AWSTime: { noun: 'time', fits: textLike(new RegExp(`^\\d\\d:\\d\\d(:\\d\\d(\\.\\d*)?)?${OFFSET}?$`)) },
  AWSDateTime: {
    noun: 'DateTime Object',
    fits: textLike(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?${OFFSET}$`)),
  },
  AWSTimestamp: { noun: 'timestamp', fits: (value) => Number.isSafeInteger(value) },
  AWSEmail: { noun: 'email address', fits: textLike(/^[^\s@]+@[^\s@]+$/) },
  AWSURL: {
    noun: 'URL',
    fits: (value) => typeof value === 'string' && URL.canParse(value) && !new URL(value).pathname.includes('//'),
  },
  AWSPhone: { noun: 'phone number', fits: textLike(/^\+?\d[\d -]{5,}$/) },
  AWSIPAddress: {
    noun: 'IP address',
    fits: (value) => typeof value === 'string' && isIP(value.replace(/\/\d{1,3}$/, '')) !== 0,
  },
};

/** Adds to AppSync's scalars in a schema the checks of their values. It does not change any value. */
export function fillScalars(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const form = forms[type.name];
    if (form) fill(type as GraphQLScalarType, form);
    if (type.name === 'AWSJSON') fillJson(type as GraphQLScalarType);
  }
}

function fill(scalar: GraphQLScalarType, { noun, fits }: Form): void {
  const parse = (value: unknown): unknown => {
    if (!fits(value)) throw new GraphQLError(`Unable to parse \`${value}\` as a valid ${noun}.`);
    return value;
  };
  scalar.parseValue = parse;
  scalar.parseLiteral = (node, variables) => {
    const value = valueFromASTUntyped(node, variables);
    if (!fits(value)) throw new TypeError(`not a ${noun}`);
    return value;
  };
  scalar.serialize = (value) => {
    if (!fits(value)) throw new GraphQLError(`Unable to serialize \`${value}\` as a valid ${noun}.`);
    return value;
  };
}

function fillJson(scalar: GraphQLScalarType): void {
  const parse = (value: unknown): unknown => {
    try {
      return JSON.parse(String(value));
    } catch {
      throw new GraphQLError(`Unable to parse \`${value}\` as a valid JSON.`);
    }
  };
  scalar.parseValue = parse;
  scalar.parseLiteral = (node) => {
    if (node.kind !== Kind.STRING) throw new TypeError('not a text');
    return JSON.parse(node.value);
  };
  scalar.serialize = (value) => JSON.stringify(value);
}
