/** A special token of a model's chat template that has come through as text, as `<|im_end|>`, `<｜end▁of▁sentence｜>` or `[/INST]`. */
const TOKEN =
  /<[|｜][^<>|｜`\n]{1,60}[|｜]>|<\/?s>|<(?:end_of_turn|start_of_turn|eos|bos|pad|EOT|eot)>|\[\/?[A-Z][A-Z_]{1,20}\]/y;

/** A tag of markup, as models put around an answer: `<answer>`, `</response>`, `<code lang="py">`. */
const TAG = /<\/?[A-Za-z][\w:.-]{0,40}(?:[ \t][^<>`\n]{0,200})?>/y;

/** Where the tag or special token ends that begins at this place of the line; undefined when none does. */
export function wrapperEnd(line: string, at: number): number | undefined {
  for (const pattern of [TOKEN, TAG]) {
    pattern.lastIndex = at;
    if (pattern.test(line)) return pattern.lastIndex;
  }
  return undefined;
}

/** The text without the special tokens that stand at its end. */
export function withoutTokensAtEnd(text: string): string {
  const [tokens = ''] = TOKENS_AT_END.exec(text.slice(-LONGEST_TOKENS)) ?? [];
  return text.slice(0, text.length - tokens.length);
}

const LONGEST_TOKENS = 400;
const TOKENS_AT_END = /(?:(?:<[|｜][^<>|｜`\n]{1,60}[|｜]>|<\/s>|<(?:end_of_turn|eos|eot|EOT)>)\s{0,20}){1,8}$/;
