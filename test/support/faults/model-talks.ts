import type { Move } from '../fakes/bedrock-wire.ts';

export const CODE = 'let a = 1;\nlet b = 2;\n';
export const begun: readonly Move[] = [{ text: '```js\nlet a = 1;\n' }, { pauseMs: 80 }];
export const whole: readonly Move[] = [
  { text: '```js\nlet a = 1;\n' },
  { pauseMs: 80 },
  { text: 'let b = 2;\n```' },
  { stop: 'end_turn' },
  { usage: [3, 4] },
];
