import { type Attribute, toDynamoDB } from './util-dynamodb.ts';

/** An expression with its placeholders, as DynamoDB requests of AppSync carry it. */
export interface Expression {
  expression: string;
  expressionNames: Record<string, string>;
  expressionValues: Record<string, Attribute>;
}

type Conditions = Record<string, unknown>;

const comparisons: Record<string, string> = { eq: '=', ne: '<>', le: '<=', lt: '<', ge: '>=', gt: '>' };
const attributeTypes: Record<string, string> = {
  _null: 'NULL',
  string: 'S',
  stringSet: 'SS',
  number: 'N',
  numberSet: 'NS',
  binary: 'B',
  binarySet: 'BS',
  boolean: 'BOOL',
  list: 'L',
  map: 'M',
};

/** A filter object `{ field: { operator: operand }, and, or, not }` as an expression; one level is joined by AND. */
export function toExpression(conditions: Conditions): Expression {
  const made: Expression = { expression: '', expressionNames: {}, expressionValues: {} };
  made.expression = join(conditions, '', made);
  return made;
}

function join(conditions: Conditions, prefix: string, made: Expression): string {
  const terms: string[] = [];
  for (const [name, value] of Object.entries(conditions)) {
    if (value === null || value === undefined) continue;
    if (name === 'and' || name === 'or') {
      const parts = [value].flat().map((part, index) => join(part as Conditions, `${prefix}${name}_${index}_`, made));
      terms.push(`(${parts.map((part) => `(${part})`).join(` ${name.toUpperCase()} `)})`);
    } else if (name === 'not') {
      terms.push(`(NOT (${join(value as Conditions, `${prefix}not_`, made)}))`);
    } else {
      for (const [operator, operand] of Object.entries(value)) {
        if (operand !== null && operand !== undefined) terms.push(`(${term(name, operator, operand, prefix, made)})`);
      }
    }
  }
  return terms.join(' AND ');
}

function term(field: string, operator: string, operand: unknown, prefix: string, made: Expression): string {
  const name = `#${field}`;
  made.expressionNames[name] = field;
  const value = (content: unknown, suffix = ''): string => {
    const placeholder = `:${prefix}${field}_${operator}${suffix}`;
    made.expressionValues[placeholder] = toDynamoDB(content);
    return placeholder;
  };
  const comparison = comparisons[operator];
  if (comparison) return `${name} ${comparison} ${value(operand)}`;
  switch (operator) {
    case 'contains':
      return `contains(${name},${value(operand)})`;
    case 'notContains':
      return `NOT contains(${name},${value(operand)})`;
    case 'beginsWith':
      return `begins_with(${name},${value(operand)})`;
    case 'between': {
      const [low, high] = operand as unknown[];
      return `${name} BETWEEN ${value(low, '_0')} AND ${value(high, '_1')}`;
    }
    case 'in':
      return `${name} IN (${(operand as unknown[]).map((item, index) => value(item, `_${index}`)).join(', ')})`;
    case 'attributeExists':
      return operand === true ? `attribute_exists(${name})` : `attribute_not_exists(${name})`;
    case 'attributeType':
      return `attribute_type(${name},${value(attributeTypes[String(operand)] ?? operand)})`;
    default:
      throw new TypeError(`${operator} is no operator of a DynamoDB expression.`);
  }
}
