import type { ConverseRequest, InferenceConfig, Message } from './models/local-model.ts';
import { LocalModelError } from './models/local-model.ts';

/** Members of a Converse request that are read, or that change nothing about an answer in text. */
const known = new Set(['system', 'messages', 'inferenceConfig', 'requestMetadata', 'performanceConfig', 'serviceTier']);

/**
 * Reads the body of a Converse or ConverseStream request. What a model on this machine cannot do (tools, guardrails,
 * images, fields of one model family) is refused by name, and not left out in silence.
 * @throws LocalModelError ValidationException, naming the member and what is allowed
 */
export function readConverseRequest(body: Buffer): ConverseRequest {
  const request = asObject(parsed(body), 'The body');
  // That a model is to think little is true of those on this machine, which are told nothing of it.
  const { thinking: _, ...ofOneFamily } = asObject(
    request['additionalModelRequestFields'] ?? {},
    'additionalModelRequestFields',
  );
  if (Object.keys(ofOneFamily).length === 0) delete request['additionalModelRequestFields'];
  for (const [name, value] of Object.entries(request)) {
    if (!known.has(name) && value !== null) throw invalid(`"${name}" is not available with a model on this machine.`);
  }
  const messages = asArray(request['messages'], 'messages').map(readMessage);
  if (messages[0]?.role !== 'user') throw invalid('A conversation must start with a user message.');
  return {
    system: asArray(request['system'] ?? [], 'system')
      .map((block, index) => readText(block, `system.${index}`))
      .join('\n\n'),
    messages,
    inferenceConfig: readInferenceConfig(asObject(request['inferenceConfig'] ?? {}, 'inferenceConfig')),
    requestMetadata: readMetadata(asObject(request['requestMetadata'] ?? {}, 'requestMetadata')),
  };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw invalid('The body is not JSON.');
  }
}

function readMessage(value: unknown, index: number): Message {
  const where = `messages.${index}`;
  const { role, content } = asObject(value, where);
  if (role !== 'user' && role !== 'assistant') throw invalid(`${where}.role must be "user" or "assistant".`);
  const blocks = asArray(content, `${where}.content`);
  if (blocks.length === 0) throw invalid(`${where}.content is empty; add a block of text.`);
  return { role, text: blocks.map((block, at) => readText(block, `${where}.content.${at}`)).join('\n\n') };
}

function readText(value: unknown, where: string): string {
  const { text, ...others } = asObject(value, where);
  if (typeof text !== 'string' || text === '' || Object.keys(others).length > 0) {
    throw invalid(`${where} must be {"text": …} with some text; a model on this machine takes nothing else.`);
  }
  return text;
}

function readInferenceConfig({
  maxTokens,
  temperature,
  topP,
  stopSequences,
}: Record<string, unknown>): InferenceConfig {
  return {
    ...(maxTokens == null ? {} : { maxTokens: numberWithin(maxTokens, 'maxTokens', 1, Number.MAX_SAFE_INTEGER, true) }),
    ...(temperature == null ? {} : { temperature: numberWithin(temperature, 'temperature', 0, 1) }),
    ...(topP == null ? {} : { topP: numberWithin(topP, 'topP', 0, 1) }),
    ...(stopSequences == null ? {} : { stopSequences: readStopSequences(stopSequences) }),
  };
}

function numberWithin(value: unknown, name: string, least: number, most: number, whole = false): number {
  const fits = typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value));
  if (fits) return value;
  throw invalid(
    `inferenceConfig.${name} is ${JSON.stringify(value)}; allowed is a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`,
  );
}

function readStopSequences(value: unknown): string[] {
  return asArray(value, 'inferenceConfig.stopSequences').map((sequence) => {
    if (typeof sequence === 'string' && sequence !== '') return sequence;
    throw invalid('inferenceConfig.stopSequences must be texts of at least one character.');
  });
}

function readMetadata(metadata: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => {
      if (typeof value === 'string' && value.length <= 256) return [name, value];
      throw invalid(`requestMetadata.${name} must be a text of at most 256 characters.`);
    }),
  );
}

function asObject(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalid(`${where} must be an object.`);
}

function asArray(value: unknown, where: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid(`${where} must be a list.`);
}

function invalid(message: string): LocalModelError {
  return new LocalModelError('ValidationException', message);
}
