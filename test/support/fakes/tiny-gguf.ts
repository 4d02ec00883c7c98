import { writeFile } from 'node:fs/promises';

const VOCABULARY = [
  ...['<unk>', '<s>', '</s>'],
  ...Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`),
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index).replace(' ', '\u2581')),
];
const WIDTH = 32;
const INNER = 64;
const TEMPLATE =
  "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}" +
  "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

/**
 * Writes a language model of one layer and random weights, always the same ones: it loads fast and babbles. The format
 * is GGUF 3 (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md).
 */
export async function writeTinyGguf(path: string): Promise<void> {
  const uint32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
  const uint64 = (value: number) => Buffer.from(BigUint64Array.of(BigInt(value)).buffer);
  const float32 = (...values: number[]) => Buffer.from(Float32Array.from(values).buffer);
  const text = (value: string) => Buffer.concat([uint64(Buffer.byteLength(value)), Buffer.from(value)]);
  const entry = (key: string, type: number, value: Buffer) => Buffer.concat([text(key), uint32(type), value]);
  const list = (key: string, type: number, values: Buffer[]) =>
    entry(key, 9, Buffer.concat([uint32(type), uint64(values.length), ...values]));
  const count = (key: string, value: number) => entry(key, 4, uint32(value));

  const entries = [
    entry('general.architecture', 8, text('llama')),
    count('llama.context_length', 2048),
    count('llama.embedding_length', WIDTH),
    count('llama.block_count', 1),
    count('llama.feed_forward_length', INNER),
    count('llama.attention.head_count', 2),
    count('llama.rope.dimension_count', WIDTH / 2),
    entry('llama.attention.layer_norm_rms_epsilon', 6, float32(1e-5)),
    entry('tokenizer.ggml.model', 8, text('llama')),
    entry('tokenizer.chat_template', 8, text(TEMPLATE)),
    list('tokenizer.ggml.tokens', 8, VOCABULARY.map(text)),
    list(
      'tokenizer.ggml.scores',
      6,
      [...VOCABULARY.keys()].map((index) => float32(-index)),
    ),
    list(
      'tokenizer.ggml.token_type',
      5,
      [...VOCABULARY.keys()].map((index) => uint32(tokenType(index))),
    ),
    count('tokenizer.ggml.unknown_token_id', 0),
    count('tokenizer.ggml.bos_token_id', 1),
    count('tokenizer.ggml.eos_token_id', 2),
  ];
  const shapes: [string, number[]][] = [
    ['token_embd.weight', [WIDTH, VOCABULARY.length]],
    ['output_norm.weight', [WIDTH]],
    ['output.weight', [WIDTH, VOCABULARY.length]],
    ...['attn_norm', 'ffn_norm'].map((name): [string, number[]] => [`blk.0.${name}.weight`, [WIDTH]]),
    ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((name): [string, number[]] => [
      `blk.0.${name}.weight`,
      [WIDTH, WIDTH],
    ]),
    ['blk.0.ffn_gate.weight', [WIDTH, INNER]],
    ['blk.0.ffn_up.weight', [WIDTH, INNER]],
    ['blk.0.ffn_down.weight', [INNER, WIDTH]],
  ];

  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  let offset = 0;
  const tensors: Buffer[] = [];
  const infos = shapes.map(([name, shape]) => {
    const size = shape.reduce((product, length) => product * length, 1);
    tensors.push(float32(...Array.from({ length: size }, () => (shape.length === 1 ? 1 : random()))));
    const info = Buffer.concat([text(name), uint32(shape.length), ...shape.map(uint64), uint32(0), uint64(offset)]);
    offset += size * 4;
    return info;
  });
  const header = [Buffer.from('GGUF'), uint32(3), uint64(shapes.length), uint64(entries.length), ...entries, ...infos];
  const length = header.reduce((sum, part) => sum + part.length, 0);
  await writeFile(path, Buffer.concat([...header, Buffer.alloc((32 - (length % 32)) % 32), ...tensors]));
}

/** Unknown, control, byte, normal: as llama.cpp numbers them. */
function tokenType(index: number): number {
  if (index === 0) return 2;
  if (index <= 2) return 3;
  return index < 259 ? 6 : 1;
}
