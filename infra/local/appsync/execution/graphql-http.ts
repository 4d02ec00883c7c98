import type { IncomingMessage, ServerResponse } from 'node:http';
import { compressed } from '../../http/compressed.ts';
import { plainHeaders, readBody } from '../../http/request-body.ts';
import type { Authenticator } from '../access/authenticate.ts';
import { readQueryRequest, readQueryString } from './query-request.ts';
import type { AppSyncApi, GraphQLAnswer } from './appsync-api.ts';

interface HttpOptions {
  readonly api: AppSyncApi;
  readonly authenticator: Authenticator;
  readonly maxBodyBytes: number;
  readonly newRequestId: () => string;
}

/** GraphQL over HTTP as AppSync speaks it: POST with a JSON body of whatever content type, or GET with the same in the query. */
export function createGraphQLHandler(
  options: HttpOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    response.setHeader('x-amzn-RequestId', options.newRequestId());
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    const { status, body } = await answer(request, gone.signal, options);
    if (gone.signal.aborted) return;
    if (status >= 400) response.setHeader('x-amzn-ErrorType', errorTypeOf(body) ?? '');
    const bytes = await compressed(request, response, JSON.stringify(body));
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(bytes);
  };
}

async function answer(request: IncomingMessage, signal: AbortSignal, options: HttpOptions): Promise<GraphQLAnswer> {
  const { api, authenticator, maxBodyBytes } = options;
  const { method = '', url = '' } = request;
  if (method !== 'POST' && method !== 'GET') {
    return refusal(405, 'MethodNotAllowedException', `The method is ${method}; allowed are POST and GET.`);
  }
  const body = await readBody(request, maxBodyBytes);
  if (!body) {
    return refusal(413, 'RequestEntityTooLargeException', `The body is longer than ${maxBodyBytes} bytes.`);
  }
  const headers = plainHeaders(request);
  const sourceIp = [request.socket.remoteAddress ?? ''];
  const authentication = await authenticator.authenticate({ method, url, headers, body, sourceIp });
  if (!authentication.ok) {
    const { status, errorType, message } = authentication.refusal;
    return refusal(status, errorType, message);
  }
  if (method === 'POST' && body.length === 0) {
    return refusal(400, 'MalformedHttpRequestException', 'Request body is empty.');
  }
  const asked =
    method === 'POST' ? readQueryRequest(body.toString()) : readQueryString(url.slice(url.indexOf('?') + 1));
  if (!asked) return refusal(400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.');
  return api.execute({
    ...asked,
    caller: authentication.caller,
    headers,
    domainName: null,
    signal,
  });
}

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'x-amzn-RequestId, x-amzn-ErrorType');
  const wanted = request.headers['access-control-request-headers'];
  if (wanted === undefined) return;
  response.setHeader('access-control-allow-headers', wanted);
  response.setHeader('access-control-allow-methods', 'POST, GET, OPTIONS');
  response.setHeader('access-control-max-age', '172800');
}

function refusal(status: number, errorType: string, message: string): GraphQLAnswer {
  return { status, body: { errors: [{ errorType, message }] } };
}

function errorTypeOf(body: GraphQLAnswer['body']): string | undefined {
  return (body.errors?.[0] as { errorType?: string } | undefined)?.errorType;
}
