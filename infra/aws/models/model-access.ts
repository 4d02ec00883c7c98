import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { geographies, modelOfProfile, profilePrefix, worldwide } from '../../../schema/models/profile-prefixes.ts';
import type { ChosenModel } from '../../offered-model.ts';

/** ConverseStream is allowed by this action. https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html */
const actions = ['bedrock:InvokeModelWithResponseStream'];

/**
 * What it takes to ask these models from this region. A profile needs two statements: the profile itself, and its model
 * in every region it may send to, the latter through the profile alone.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
export function mayAsk(models: readonly ChosenModel[], region: string): PolicyStatement[] {
  return models.flatMap(({ id, behind }) => {
    const prefix = profilePrefix(behind);
    const byArn = id !== behind;
    if (prefix === undefined && !byArn) return new PolicyStatement({ actions, resources: [modelArn(region, id)] });
    const profile = byArn ? id : `arn:aws:bedrock:${region}:${Aws.ACCOUNT_ID}:inference-profile/${id}`;
    return [
      new PolicyStatement({ actions, resources: [profile] }),
      new PolicyStatement({
        actions,
        resources: destinations(prefix, region).map((name) => modelArn(name, modelOfProfile(behind))),
        conditions: { StringEquals: { 'bedrock:InferenceProfileArn': profile } },
      }),
    ];
  });
}

/** A guardrail of Bedrock, of the stack's own account. */
export interface Guardrail {
  readonly id: string;
  /** A number, or `DRAFT`. */
  readonly version: string;
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions.html */
export function mayApply({ id }: Guardrail, region: string): PolicyStatement {
  const resource = `arn:aws:bedrock:${region}:${Aws.ACCOUNT_ID}:guardrail/${id}`;
  return new PolicyStatement({ actions: ['bedrock:ApplyGuardrail'], resources: [resource] });
}

/**
 * The region itself comes first. A worldwide profile's other regions are none by name: its models have an ARN without one.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
function destinations(prefix: string | undefined, region: string): string[] {
  const others = prefix === worldwide ? [''] : prefix === undefined ? [] : (geographies[prefix]?.to ?? []);
  return [...new Set([region, ...others])];
}

function modelArn(region: string, id: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${id}`;
}
