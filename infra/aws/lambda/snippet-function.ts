import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface SnippetFunctionProps {
  /** The folder that contains `index.js`, which exports `handler`. */
  readonly folder: string;
  readonly timeoutSeconds: number;
  /** MB; a sixth of a processor comes with each 300. */
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
  /** The permissions of the function, in addition to writing its own log and traces. */
  readonly may: readonly PolicyStatement[];
  readonly logDays: RetentionDays;
  readonly reservedConcurrency?: number | undefined;
}

/** A function with its own log and its own role. The role has only the permissions that are passed here. */
export class SnippetFunction extends Construct {
  readonly lambda: Function;

  constructor(scope: Construct, id: string, props: SnippetFunctionProps) {
    super(scope, id);
    const { folder, timeoutSeconds, memory, environment, may, logDays, reservedConcurrency } = props;
    const logGroup = new LogGroup(this, 'Log', { retention: logDays, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: {
        Log: allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn),
        Traces: allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*'),
        ...(may.length > 0 ? { Work: new PolicyDocument({ statements: [...may] }) } : {}),
      },
    });
    this.lambda = new Function(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(folder),
      role: role.withoutPolicyUpdates(),
      timeout: Duration.seconds(timeoutSeconds),
      memorySize: memory,
      environment: { ...environment },
      logGroup,
      tracing: Tracing.ACTIVE,
      ...(reservedConcurrency ? { reservedConcurrentExecutions: reservedConcurrency } : {}),
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray has no resources to name: its two actions take nothing but a star.',
    });
  }
}

function allow(actions: string[], resource: string): PolicyDocument {
  return new PolicyDocument({ statements: [new PolicyStatement({ actions, resources: [resource] })] });
}
