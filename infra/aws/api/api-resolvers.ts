import type { BaseDataSource, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { AppsyncFunction, Code, FunctionRuntime } from 'aws-cdk-lib/aws-appsync';
import { Construct } from 'constructs';
import type { FieldEntry, FieldName, SourceName, StepName } from '../../../resolvers/manifest.ts';
import { batches, fields, steps } from '../../../resolvers/manifest.ts';
import type { ResolverName } from '../../bundle.ts';
import { camelCase, pascalCase } from '../names.ts';

export interface ResolversProps {
  readonly api: GraphqlApi;
  readonly sources: Readonly<Record<SourceName, BaseDataSource>>;
  /** The result of `bundleResolvers`. */
  readonly codes: Readonly<Record<ResolverName, string>>;
}

const runtime = FunctionRuntime.JS_1_0_0;

/** Makes one resolver for each field of the manifest, and one AppSync function for each step. */
export class Resolvers extends Construct {
  readonly #props: ResolversProps;
  readonly #steps = new Map<StepName, AppsyncFunction>();

  constructor(scope: Construct, id: string, props: ResolversProps) {
    super(scope, id);
    this.#props = props;
    for (const [name, source] of Object.entries(steps) as [StepName, SourceName][]) this.#addStep(name, source);
    for (const [name, entry] of Object.entries(fields) as [FieldName, FieldEntry][]) this.#addField(name, entry);
  }

  #addStep(name: StepName, source: SourceName): void {
    const { api, sources, codes } = this.#props;
    const maxBatchSize = batches[name];
    const step = new AppsyncFunction(this, pascalCase(name), {
      api,
      name: camelCase(name),
      dataSource: sources[source],
      code: Code.fromInline(codes[`steps/${name}`]),
      runtime,
      ...(maxBatchSize ? { maxBatchSize } : {}),
    });
    this.#steps.set(name, step);
  }

  /** Its id is for good: under a new one a field would have two resolvers for a moment, and AppSync refuses that. */
  #addField(name: FieldName, entry: FieldEntry): void {
    const { api, sources, codes } = this.#props;
    const [typeName = '', fieldName = ''] = name.split('.');
    api.createResolver(pascalCase(name), {
      typeName,
      fieldName,
      code: Code.fromInline(codes[name]),
      runtime,
      ...('steps' in entry
        ? { pipelineConfig: entry.steps.flatMap((step) => this.#steps.get(step) ?? []) }
        : { dataSource: sources[entry.source] }),
    });
  }
}
