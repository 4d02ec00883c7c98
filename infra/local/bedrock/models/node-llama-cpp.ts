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

/**
 * Loads the package.
 * @throws Error that says how to add it when it is missing
 */
export async function loadNodeLlamaCpp(): Promise<NodeLlamaCpp> {
  const name = 'node-llama-cpp';
  try {
    return (await import(name)) as NodeLlamaCpp;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) throw cause;
    throw new Error(
      'A gguf: model needs node-llama-cpp, which is not installed. Add it with: npm install --no-save node-llama-cpp',
      { cause },
    );
  }
}
