import { requestLimits } from '../../../../schema/limits/request-limits.ts';

/** The standard input, from which an instruction is read. */
export interface Input extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
}

/** More bytes than the longest instruction can have in UTF-8, with the white space that is cut off around it. */
const MOST_BYTES = requestLimits.instructionUnits * 3 + 1_024;

/**
 * Reads an instruction from standard input, to its end.
 * @throws Error there is none, too much of it, or no text; in one sentence
 * @throws the signal's reason when it is aborted
 */
export async function readInstruction(input: Input, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  const reading = input[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  aborted.catch(() => undefined);
  signal.throwIfAborted();
  for (;;) {
    const next = await Promise.race([reading.next(), aborted]);
    if (next.done) break;
    const chunk = Buffer.from(next.value as Uint8Array);
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) {
      throw new Error(
        `Standard input holds more than the ${requestLimits.instructionUnits} characters an instruction may have.`,
      );
    }
  }
  const instruction = textOf(Buffer.concat(chunks)).trim();
  if (instruction === '') throw new Error('Standard input is empty; it is to hold what the code is to do.');
  return instruction;
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error('Standard input is no text in UTF-8.', { cause });
  }
}
