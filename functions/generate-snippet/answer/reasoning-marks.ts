/**
 * How models mark, in plain text, what they say to themselves before they answer. Bedrock and most servers give reasoning as
 * blocks of another kind; raw templates and servers without a parser for the model let it through: `<think>` (DeepSeek, Qwen),
 * `<thought>` (EXAONE), `<seed:think>` (Seed-OSS), `[THINK]` (Magistral), `◁think▷` (Kimi), `<|START_THINKING|>` (Command),
 * `<|begin_of_thought|>`, and the channels of gpt-oss (https://cookbook.openai.com/articles/openai-harmony), these also without
 * their tokens: `analysis…assistantfinal…`.
 */
const NAMES = [
  'think',
  'thinking',
  'thought',
  'thoughts',
  'reasoning',
  'reason',
  'reflection',
  'scratchpad',
  'analysis',
  'internal_monologue',
  'antthinking',
  'seed:think',
].join('|');

const OPENING = [
  `<(?:${NAMES})(?:\\s[^<>]{0,100})?>`,
  String.raw`<\|(?:begin_of_(?:thought|thinking)|start_thinking)\|>`,
  String.raw`\[think\]`,
  '◁think▷',
  String.raw`(?:<\|start\|>assistant)?<\|channel\|>\s?analysis[^<]{0,40}<\|message\|>`,
  String.raw`<\|channel>\s?thought`,
].join('|');

const CLOSING = [
  `</(?:${NAMES})\\s{0,3}>`,
  String.raw`<\|end_(?:of_(?:thought|thinking)|thinking)\|>`,
  String.raw`\[/think\]`,
  '◁/think▷',
  String.raw`<\|channel\|>\s?final[^<]{0,40}<\|message\|>`,
  String.raw`<channel\|>`,
  'assistantfinal',
].join('|');

const openingHere = new RegExp(OPENING, 'iy');
const openingAnywhere = new RegExp(OPENING, 'i');
const closings = new RegExp(CLOSING, 'gi');
const closingAlone = new RegExp(`^\\s*(?:${CLOSING})\\s*$`, 'i');

/** How far before a closing mark an opening one on the same line is looked for, in UTF-16 units. */
const NEAR = 2000;

/** Where the mark ends with which reasoning begins at this place of the line; undefined when none begins there. */
export function reasoningStart(line: string, at: number): number | undefined {
  openingHere.lastIndex = at;
  return openingHere.test(line) ? openingHere.lastIndex : undefined;
}

/** Where the last mark of the line ends that closes reasoning; undefined when it goes on. */
export function reasoningEnd(line: string): number | undefined {
  const last = [...line.matchAll(closings)].at(-1);
  return last && last.index + last[0].length;
}

/**
 * The same in a line that need not be reasoning, as the opening mark may have been the prompt's. A mark in quotes, or with its
 * opening one before it on the line, is only spoken of.
 */
export function unopenedReasoningEnd(line: string): number | undefined {
  const last = [...line.matchAll(closings)].findLast(({ index, 0: mark }) => {
    const quoted = /["'`/\\(]/.test(line.charAt(index - 1)) || /["'/\\)]/.test(line.charAt(index + mark.length));
    return !quoted && !openingAnywhere.test(line.slice(Math.max(0, index - NEAR), index));
  });
  return last && last.index + last[0].length;
}

/** Whether the line closes reasoning and is nothing else. */
export function isReasoningEnd(line: string): boolean {
  return closingAlone.test(line);
}

/** Whether reasoning begins anywhere in the line. */
export function hasReasoningStart(line: string): boolean {
  return openingAnywhere.test(line);
}
