import { toDynamoDB, toMapValues } from './util-dynamodb.ts';
import { type Expression, toExpression } from './util-transform.ts';
import { unavailable, unknownHere } from './unavailable.ts';

type Fields = Record<string, unknown>;

/** What `operations` leaves in an update object. */
type Operation =
  | { type: 'OPERATION_ADD' | 'OPERATION_REPLACE'; value: unknown }
  | { type: 'OPERATION_REMOVE' }
  | { type: 'OPERATION_APPEND' | 'OPERATION_PREPEND'; items: unknown[] }
  | { type: 'OPERATION_INCREMENT' | 'OPERATION_DECREMENT'; by: number };

const operations = {
  add: (value: unknown) => ({ type: 'OPERATION_ADD', value }),
  replace: (value: unknown) => ({ type: 'OPERATION_REPLACE', value }),
  remove: () => ({ type: 'OPERATION_REMOVE' }),
  append: (items: unknown[]) => ({ type: 'OPERATION_APPEND', items }),
  prepend: (items: unknown[]) => ({ type: 'OPERATION_PREPEND', items }),
  increment: (by = 1) => ({ type: 'OPERATION_INCREMENT', by }),
  decrement: (by = 1) => ({ type: 'OPERATION_DECREMENT', by }),
  updateListItem: unavailable('operations.updateListItem'),
};

/** The module `@aws-appsync/utils/dynamodb`. */
export const dynamodbModule = {
  get: ({ key, projection, ...rest }: Fields) => ({
    operation: 'GetItem',
    key: toMapValues(key as Fields),
    ...rest,
    ...projected(projection),
  }),
  put: ({ key, item, condition, ...rest }: Fields) => ({
    operation: 'PutItem',
    key: toMapValues(key as Fields),
    attributeValues: toMapValues(item as Fields),
    ...rest,
    ...under('condition', condition),
  }),
  remove: ({ key, condition, ...rest }: Fields) => ({
    operation: 'DeleteItem',
    key: toMapValues(key as Fields),
    ...rest,
    ...under('condition', condition),
  }),
  update: ({ key, update, condition, ...rest }: Fields) => ({
    operation: 'UpdateItem',
    key: toMapValues(key as Fields),
    update: updateExpression(update as Fields),
    ...rest,
    ...under('condition', condition),
  }),
  query: ({ query, filter, projection, ...rest }: Fields) => ({
    operation: 'Query',
    query: toExpression(query as Fields),
    ...rest,
    ...under('filter', filter),
    ...projected(projection),
  }),
  scan: ({ filter, projection, ...rest }: Fields) => ({
    operation: 'Scan',
    ...rest,
    ...under('filter', filter),
    ...projected(projection),
  }),
  operations,
  toStringSet: unavailable('toStringSet'),
  toNumberSet: unavailable('toNumberSet'),
  toBinarySet: unavailable('toBinarySet'),
  sync: unavailable('sync'),
  batchGet: unavailable('batchGet'),
  batchPut: unavailable('batchPut'),
  batchDelete: unavailable('batchDelete'),
  transactGet: unavailable('transactGet'),
  transactWrite: unavailable('transactWrite'),
};

function under(name: 'condition' | 'filter', conditions: unknown): Fields {
  return conditions ? { [name]: toExpression(conditions as Fields) } : {};
}

function projected(paths: unknown): Fields {
  if (!Array.isArray(paths)) return {};
  const expressionNames: Record<string, string> = {};
  const terms = paths.map((path: string) => {
    const parts = path.split('.');
    for (const part of parts) expressionNames[`#${part}`] = part;
    return parts.map((part) => `#${part}`).join('.');
  });
  return { projection: { expression: terms.join(', '), expressionNames } };
}

function updateExpression(update: Fields): Expression {
  const made: Expression = { expression: '', expressionNames: {}, expressionValues: {} };
  const assignments: string[] = [];
  const removals: string[] = [];
  Object.entries(update).forEach(([field, wanted], index) => {
    const name = `#expName_${index + 1}`;
    const placeholder = `:expValue_${index + 1}`;
    const operation = operationOf(field, wanted);
    made.expressionNames[name] = field;
    if (operation.type === 'OPERATION_REMOVE') {
      removals.push(name);
    } else {
      made.expressionValues[placeholder] = toDynamoDB(operandOf(operation));
      assignments.push(`${name} = ${newValue(operation, name, placeholder)}`);
    }
  });
  const clauses = [];
  if (assignments.length > 0) clauses.push(`SET ${assignments.join(', ')}`);
  if (removals.length > 0) clauses.push(`REMOVE ${removals.join(', ')}`);
  made.expression = clauses.join(' ');
  return made;
}

function operationOf(field: string, wanted: unknown): Operation {
  if (wanted === null || wanted === undefined) throw unknownHere(`update with ${field}: null`);
  if (isOperation(wanted)) return wanted;
  if (typeof wanted === 'object' && Object.values(wanted).some(isOperation)) {
    throw unknownHere(`update with operations inside ${field}`);
  }
  return { type: 'OPERATION_REPLACE', value: wanted };
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'type' in value && String(value.type).startsWith('OPERATION_');
}

function operandOf(operation: Exclude<Operation, { type: 'OPERATION_REMOVE' }>): unknown {
  if ('items' in operation) return operation.items;
  return 'by' in operation ? operation.by : operation.value;
}

function newValue(operation: Operation, name: string, placeholder: string): string {
  switch (operation.type) {
    case 'OPERATION_APPEND':
      return `list_append(${name}, ${placeholder})`;
    case 'OPERATION_PREPEND':
      return `list_append(${placeholder}, ${name})`;
    case 'OPERATION_INCREMENT':
      return `${name} + ${placeholder}`;
    case 'OPERATION_DECREMENT':
      return `${name} - ${placeholder}`;
    default:
      return placeholder;
  }
}
