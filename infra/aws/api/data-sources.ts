import type { BaseDataSource, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { DynamoDbDataSource, LambdaDataSource } from 'aws-cdk-lib/aws-appsync';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionName } from '../../../functions/function-manifest.ts';
import type { FieldEntry, SourceName } from '../../../resolvers/manifest.ts';
import { fields, steps } from '../../../resolvers/manifest.ts';
import { table as tableDefinition } from '../../../resolvers/item/table.ts';
import { camelCase, pascalCase } from '../names.ts';
import { createSourceRole } from './source-role.ts';

export interface DataSourcesProps {
  readonly api: GraphqlApi;
  readonly table: ITableV2;
  readonly functions: Readonly<Record<FunctionName, IFunction>>;
}

/** The data sources of the resolvers. Each has a role of its own. */
export class DataSources extends Construct {
  readonly byName: Readonly<Record<SourceName, BaseDataSource>>;

  constructor(scope: Construct, id: string, props: DataSourcesProps) {
    super(scope, id);
    const entries = usedSources().map((name) => [name, this.#create(name, props)]);
    this.byName = Object.fromEntries(entries) as Record<SourceName, BaseDataSource>;
  }

  #create(name: SourceName, { api, table, functions }: DataSourcesProps): BaseDataSource {
    if (name === 'none') return api.addNoneDataSource('None', { name: 'none' });
    if (name === 'table') return this.#createTableSource(api, table);
    const lambdaFunction = functions[name];
    const may = [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambdaFunction.functionArn] })];
    const serviceRole = createSourceRole(this, `${pascalCase(name)}Role`, { api, may });
    return new LambdaDataSource(this, pascalCase(name), { api, name: camelCase(name), lambdaFunction, serviceRole });
  }

  #createTableSource(api: GraphqlApi, table: ITableV2): BaseDataSource {
    const indexes = Object.keys(tableDefinition.indexes).map((name) => `${table.tableArn}/index/${name}`);
    const items = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchGetItem', 'BatchWriteItem'].map(
      (name) => `dynamodb:${name}`,
    );
    const may = [
      new PolicyStatement({ actions: items, resources: [table.tableArn] }),
      new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexes }),
    ];
    const serviceRole = createSourceRole(this, 'TableRole', { api, may });
    return new DynamoDbDataSource(this, 'Table', { api, name: 'table', table, serviceRole });
  }
}

function usedSources(): SourceName[] {
  const entries: FieldEntry[] = Object.values(fields);
  const direct = entries.flatMap((entry) => ('source' in entry ? [entry.source] : []));
  return [...new Set<SourceName>([...direct, ...Object.values(steps)])];
}
