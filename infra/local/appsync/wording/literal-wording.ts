import type { ValueNode } from 'graphql';
import { Kind } from 'graphql';

/** A value of a query as graphql-java, and so AppSync, prints it in a refusal: `EnumValue{name='PYTHON'}`. */
export function literalWords(value: ValueNode): string {
  switch (value.kind) {
    case Kind.NULL:
      return 'NullValue{}';
    case Kind.VARIABLE:
      return `VariableReference{name='${value.name.value}'}`;
    case Kind.ENUM:
      return `EnumValue{name='${value.value}'}`;
    case Kind.STRING:
      return `StringValue{value='${value.value}'}`;
    case Kind.INT:
      return `IntValue{value=${value.value}}`;
    case Kind.FLOAT:
      return `FloatValue{value=${value.value}}`;
    case Kind.BOOLEAN:
      return `BooleanValue{value=${value.value}}`;
    case Kind.LIST:
      return `ArrayValue{values=[${value.values.map(literalWords).join(', ')}]}`;
    case Kind.OBJECT: {
      const fields = value.fields.map((it) => `ObjectField{name='${it.name.value}', value=${literalWords(it.value)}}`);
      return `ObjectValue{objectFields=[${fields.join(', ')}]}`;
    }
  }
}
