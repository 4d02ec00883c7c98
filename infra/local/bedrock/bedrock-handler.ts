import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainHeaders, readBody } from '../http/request-body.ts';
import type { Credentials } from '../identity/signatures.ts';
import { verifySignature } from '../identity/signatures.ts';
import { readConverseRequest } from './converse-request.ts';
import { answerStream, answerWhole, refusalIn } from './converse.ts';
import type { LocalModel } from './models/local-model.ts';
import { LocalModelError, bedrockExceptions } from './models/local-model.ts';

export interface BedrockSettings {
  /** The path all requests begin with, without a slash at its end: `/bedrock`. */
  readonly prefix: string;
  /** Answers to its own name as model id, and to no other: nobody may take its answer for another model's. */
  readonly model: LocalModel;
  readonly credentials: Credentials;
  readonly now: () => Date;
}

const LARGEST_BODY_BYTES = 4 * 1024 * 1024;

/**
 * Converse and ConverseStream of Bedrock Runtime over HTTP/1.1, in front of one model. When the caller goes away, the
 * model is told to stop. Looked at: @copilotkit/aimock plays recorded answers back but fronts no model, LiteLLM fronts
 * models but needs Python.
 */
export function createBedrockHandler(
  settings: BedrockSettings,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const caller = new AbortController();
    response.once('close', () => caller.abort());
    try {
      await answer(request, response, settings, caller.signal);
    } catch (error) {
      if (caller.signal.aborted || !request.complete) return;
      const { exception, message, retryAfter } = refusalIn(error);
      if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
      refuse(response, bedrockExceptions[exception], exception, message);
    }
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { prefix, model, credentials, now }: BedrockSettings,
  signal: AbortSignal,
): Promise<void> {
  const { method = '', url = '' } = request;
  const body = await readBody(request, LARGEST_BODY_BYTES);
  if (!body) throw invalid(`The body is longer than ${LARGEST_BODY_BYTES} bytes.`);
  const headers = plainHeaders(request);
  const signature = await verifySignature({
    ...{ method, url, headers, body, credentials },
    service: 'bedrock',
    now: now(),
  });
  if (!signature.ok) return refuse(response, 403, signature.errorType, signature.message);

  const [, rawId = '', operation] =
    /^\/model\/([^/?]+)\/(converse|converse-stream)$/.exec(url.slice(prefix.length)) ?? [];
  if (method !== 'POST' || !operation) {
    return refuse(response, 404, 'UnknownOperationException', 'Only Converse and ConverseStream are available here.');
  }
  const id = decoded(rawId);
  if (id !== model.name) {
    throw invalid(`The provided model identifier "${id}" is invalid. The model on this machine is "${model.name}".`);
  }
  const events = model.converse(readConverseRequest(body), signal);
  await (operation === 'converse' ? answerWhole(events, response) : answerStream(events, response, signal));
}

function refuse(response: ServerResponse, status: number, errorType: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': errorType });
  response.end(JSON.stringify({ message }));
}

function decoded(rawId: string): string {
  try {
    return decodeURIComponent(rawId);
  } catch {
    return rawId;
  }
}

function invalid(message: string): LocalModelError {
  return new LocalModelError('ValidationException', message);
}
