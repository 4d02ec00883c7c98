import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The part of node-llama-cpp 3 that is used here. The package is no dependency: it is large, and added by those who
 * want it.
 */
export interface NodeLlamaCpp {
  getLlama(options: { build: 'never'; logLevel: 'error' }): Promise<Llama>;
  /** The file an address or a path stands for; downloaded into the directory if it is not there yet. */
  resolveModelFile(
    uriOrPath: string,
    options: {
      directory: string;
      /** Whether it draws a progress bar of its own on the terminal. */
      cli: boolean;
      onProgress?: (status: { totalSize: number; downloadedSize: number }) => void;
    },
  ): Promise<string>;
  readonly LlamaChatSession: new (options: { contextSequence: Sequence; systemPrompt?: string }) => ChatSession;
}

export interface Llama {
  loadModel(options: { modelPath: string }): Promise<{
    createContext(options: { contextSize: { max: number }; threads?: number }): Promise<{ getSequence(): Sequence }>;
    tokenize(text: string): readonly unknown[];
  }>;
  dispose(): Promise<void>;
}

export interface Sequence {
  readonly contextSize: number;
  readonly tokenMeter: { readonly usedInputTokens: number; readonly usedOutputTokens: number };
  clearHistory(): Promise<void>;
}

export interface ChatSession {
  getChatHistory(): ChatItem[];
  setChatHistory(items: ChatItem[]): void;
  promptWithMeta(
    prompt: string,
    options: {
      onResponseChunk: (chunk: { type?: 'segment' | undefined; text: string }) => void;
      signal: AbortSignal;
      maxTokens: number;
      temperature?: number;
      topP?: number;
      customStopTriggers?: string[];
      repeatPenalty: false;
    },
  ): Promise<{ stopReason: string }>;
  dispose(): void;
}

export type ChatItem =
  { type: 'system'; text: string } | { type: 'user'; text: string } | { type: 'model'; response: string[] };

/** Where `npm run model` adds the package, so that `npm ci` does not take it away again. */
export function llamaFolder(dataFolder: string): string {
  return join(dataFolder, 'node-llama-cpp');
}

/**
 * Loads the package, from this project or from a folder that it was added to.
 * @throws Error that says how to add it when it is missing
 */
export async function loadNodeLlamaCpp(folder?: string): Promise<NodeLlamaCpp> {
  const name = 'node-llama-cpp';
  try {
    return (await import(name)) as NodeLlamaCpp;
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    const place = folder === undefined ? undefined : placeIn(folder, name);
    if (place !== undefined) return (await import(place)) as NodeLlamaCpp;
    throw new Error(
      'A gguf: model needs node-llama-cpp, which is not installed. Add it with: npm run model -- --gguf',
      {
        cause,
      },
    );
  }
}

/** The address of a package that was installed in a folder; undefined when it is not there. */
function placeIn(folder: string, name: string): string | undefined {
  try {
    return pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href;
  } catch {
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
