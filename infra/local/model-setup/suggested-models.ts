import type { Screen } from '../command-line/screen.ts';

/** A model that `npm run model` offers to download: one file of one revision, which never changes. */
export interface SuggestedModel {
  readonly title: string;
  readonly licence: string;
  /** The page that the licence and what the model can do were read on. */
  readonly page: string;
  /** On Hugging Face: owner and name. */
  readonly repository: string;
  /** The commit of the repository. */
  readonly revision: string;
  readonly file: string;
  readonly bytes: number;
  /** Of the file, in hexadecimal. Hugging Face tells it as the file's LFS object id, and Ollama as its layer's digest. */
  readonly sha256: string;
  /** What Ollama pulls it by (https://huggingface.co/docs/hub/ollama). */
  readonly ollamaName: string;
}

const usual: SuggestedModel = {
  title: 'Qwen2.5-Coder-1.5B-Instruct, Q4_K_M',
  licence: 'Apache-2.0',
  page: 'https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF',
  repository: 'Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF',
  revision: 'f86cb2c1fa58255f8052cc32aeede1b7482d4361',
  file: 'qwen2.5-coder-1.5b-instruct-q4_k_m.gguf',
  bytes: 1_117_320_768,
  sha256: 'cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046',
  ollamaName: 'hf.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF:Q4_K_M',
};

const better: SuggestedModel = {
  title: 'Qwen2.5-Coder-7B-Instruct, Q4_K_M',
  licence: 'Apache-2.0',
  page: 'https://huggingface.co/Qwen/Qwen2.5-Coder-7B-Instruct-GGUF',
  repository: 'Qwen/Qwen2.5-Coder-7B-Instruct-GGUF',
  revision: '13fb94bfda8c8cf22497dc57b78f391a9acb426a',
  file: 'qwen2.5-coder-7b-instruct-q4_k_m.gguf',
  bytes: 4_683_073_536,
  sha256: '509287f78cb4d4cf6b3843734733b914b2c158e43e22a7f4bf5e963800894d3c',
  ollamaName: 'hf.co/Qwen/Qwen2.5-Coder-7B-Instruct-GGUF:Q4_K_M',
};

/**
 * The model for any machine, and the one for a machine with more memory. Sizes and SHA-256 are those of the pages' file
 * lists at these revisions.
 */
export const suggestedModels = { usual, better } as const;

/** Says what a model is before it is downloaded. */
export function describeModel({ title, licence, page, bytes }: SuggestedModel, screen: Screen): void {
  screen.say(`  ${title}: ${licence}, ${page}`);
  screen.say(`  ${gigabytes(bytes)} to download, once.`);
}

export function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`;
}
