import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { EvaluationService } from './evaluate-code.ts';

/**
 * AppSync as AWS's own variables name it: `AWS_REGION`, `AWS_ENDPOINT_URL_APPSYNC`, and the credentials of its SDKs.
 * @throws Error one of them is none, naming it, its value and what is allowed
 */
export function evaluationService(env: NodeJS.ProcessEnv): EvaluationService {
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1';
  if (!/^[a-z]{2}(?:-[a-z]+)+-\d+$/.test(region)) {
    throw new Error(`AWS_REGION is "${region}"; allowed is the name of a region, such as eu-central-1.`);
  }
  const endpoint = env['AWS_ENDPOINT_URL_APPSYNC'] || `https://appsync.${region}.amazonaws.com`;
  if (!/^https?:\/\/[^/]/.test(endpoint) || !URL.canParse(endpoint)) {
    throw new Error(`AWS_ENDPOINT_URL_APPSYNC is "${endpoint}"; allowed is a URL with http: or https:.`);
  }
  return {
    endpoint,
    region,
    credentials: defaultProvider(),
    pauseMs: 500,
  };
}
