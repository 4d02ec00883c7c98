import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package as this project uses it, whose model says one word to everything. */
const added = `
export class LlamaChatSession {
  getChatHistory() { return []; }
  setChatHistory() {}
  dispose() {}
  async promptWithMeta(prompt, { onResponseChunk }) {
    onResponseChunk({ text: 'print' });
    return { stopReason: 'eogToken' };
  }
}
const sequence = { contextSize: 4096, tokenMeter: { usedInputTokens: 1, usedOutputTokens: 1 }, clearHistory: async () => {} };
export const resolveModelFile = async (name, { directory }) => directory + '/' + name;
export const getLlama = async () => ({
  loadModel: async () => ({
    createContext: async () => ({ getSequence: () => sequence }),
    tokenize: (text) => text.split(' '),
  }),
  dispose: async () => {},
});
`;

/**
 * An npm that adds node-llama-cpp without asking a registry, or fails as long as a file named `offline` lies beside it.
 * @returns the value of `npm_execpath`
 */
export function writeFakeNpm(folder: string): string {
  const script = join(folder, 'npm-cli.js');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    script,
    `import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
const here = dirname(process.argv[1]);
writeFileSync(join(here, 'asked.json'), JSON.stringify(process.argv.slice(2)));
if (existsSync(join(here, 'offline'))) {
  console.error('npm error code ENOTFOUND\\nnpm error network request to the registry failed.');
  process.exit(1);
}
const place = join(process.argv[process.argv.indexOf('--prefix') + 1], 'node_modules', 'node-llama-cpp');
mkdirSync(place, { recursive: true });
writeFileSync(join(place, 'package.json'), JSON.stringify({ type: 'module', exports: './index.js' }));
writeFileSync(join(place, 'index.js'), ${JSON.stringify(added)});
`,
  );
  return script;
}
