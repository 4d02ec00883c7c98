import { createParser } from 'eventsource-parser';
import type { Frame } from './openai-frame.ts';
import { readFrame } from './openai-frame.ts';

/** Most of an answer that is one JSON text, in UTF-16 units. */
const LONGEST_WHOLE = 4 * 1024 * 1024;
const DONE = '[DONE]';

/**
 * Reads the body of an answer to a chat completion, whatever its content type says: server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html), a whole JSON text, or JSON texts line by line.
 *
 * A line that is no field of an event is an error when it is named `error`, a message when it is JSON, and else words. The
 * last event counts also without the blank line behind it. What must be JSON and is not is told as unreadable.
 */
export async function* framesOf(body: AsyncIterable<Uint8Array>): AsyncIterable<Frame> {
  const decoder = new TextDecoder();
  const events = createEventReader();
  let unread = '';
  let isJson: boolean | undefined;
  for await (const bytes of body) {
    unread += decoder.decode(bytes, { stream: true });
    if (isJson === undefined && unread.trim() !== '') isJson = unread.trimStart().startsWith('{');
    if (isJson && unread.length > LONGEST_WHOLE) return yield { kind: 'unreadable', words: 'it is longer than 4 MB' };
    if (isJson === false) {
      yield* events(unread);
      unread = '';
    }
  }
  unread += decoder.decode();
  yield* isJson ? framesOfJson(unread) : events(`${unread}\n\n`);
}

/** Gives the frames that each piece of an event stream completes. */
function createEventReader(): (text: string) => Frame[] {
  let frames: Frame[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => frames.push(...framesOfEvent(event, data.trim())),
    onComment: () => frames.push({ kind: 'alive', words: '' }),
    onError: ({ field, value, line = '' }) => {
      const text = line.trim();
      if (field?.trim().toLowerCase() === 'error') frames.push({ kind: 'error', error: parsed(value ?? '') ?? value });
      else frames.push(text.startsWith('{') ? readFrame(parsed(text) ?? text) : { kind: 'alive', words: text });
    },
  });
  return (text) => {
    frames = [];
    parser.feed(text);
    return frames;
  };
}

function framesOfEvent(event: string | undefined, data: string): Frame[] {
  if (event === 'error') return [{ kind: 'error', error: parsed(data) ?? data }];
  if (data === '' || event === 'ping') return [{ kind: 'alive', words: '' }];
  if (event !== undefined && parsed(data) === undefined && data !== DONE) return [{ kind: 'alive', words: data }];
  return framesOfJson(data);
}

/** One JSON text, or one a line. */
function framesOfJson(text: string): Frame[] {
  const whole = parsed(text);
  if (whole !== undefined) return [readFrame(whole)];
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map(frameOfLine);
}

function frameOfLine(line: string): Frame {
  if (line === DONE) return { kind: 'done' };
  const value = parsed(line);
  return value === undefined ? { kind: 'unreadable', words: `it is not JSON: ${line}` } : readFrame(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
