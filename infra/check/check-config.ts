import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { EvaluationService } from './evaluate-code.ts';

/** AppSync as AWS's own variables name it: `AWS_REGION`, `AWS_ENDPOINT_URL_APPSYNC`, and the credentials of its SDKs. */
export function evaluationService(): EvaluationService {
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_APPSYNC } = process.env;
  const region = AWS_REGION ?? AWS_DEFAULT_REGION ?? 'us-east-1';
  return {
    endpoint: AWS_ENDPOINT_URL_APPSYNC ?? `https://appsync.${region}.amazonaws.com`,
    region,
    credentials: defaultProvider(),
    pauseMs: 500,
  };
}
