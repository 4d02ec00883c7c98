import type { SeenAnswer } from './seen-answer.ts';

/** Answers in which a model thinks in plain text before it answers. */
export const reasonedAnswers: readonly SeenAnswer[] = [
  {
    title: 'think block with a draft',
    asked: 'PYTHON',
    answer:
      '<think>\nMaybe\n```python\nprint("draft")\n```\nno, better with a loop.\n</think>\n\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'only the closing think tag',
    asked: 'PYTHON',
    answer:
      'Okay, the user wants a loop.\n```python\nprint("draft")\n```\nI will use range.\n</think>\n\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'closing tag at the end of a line',
    asked: 'PYTHON',
    answer:
      'Okay, a loop it is.\n```python\nprint("draft")\n```\nI will use range.</think>\n\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'thought in another tag',
    asked: 'PYTHON',
    answer:
      '<thought>\nThe loop is simple.\n```python\nprint("draft")\n```\n</thought>\n```python\nprint("final")\n```\n',
    right: ['print("final")\n'],
  },
  {
    title: 'think tag with attributes',
    asked: 'PYTHON',
    answer: '<think type="fast">\n```python\nprint("draft")\n```\n</think>\n```python\nprint("final")\n```\n',
    right: ['print("final")\n'],
  },
  {
    title: 'two think blocks',
    asked: 'PYTHON',
    answer: '<think>first</think>\n<think>\n```python\nprint("draft")\n```\n</think>\n```python\nprint("final")\n```\n',
    right: ['print("final")\n'],
  },
  {
    title: 'code about think tags',
    asked: 'PYTHON',
    answer:
      '```python\nimport re\n\n\ndef strip(text):\n    return re.sub(r"<think>.*?</think>", "", text, flags=re.S)\n```\n',
    right: ['import re\n\n\ndef strip(text):\n    return re.sub(r"<think>.*?</think>", "", text, flags=re.S)\n'],
  },
  {
    title: 'harmony channel markers',
    asked: 'PYTHON',
    answer:
      '<|channel|>analysis<|message|>Simple loop. ```python\nprint("draft")\n```<|end|><|start|>assistant<|channel|>final<|message|>```python\nprint("final")\n```',
    right: ['print("final")\n'],
  },
  {
    title: 'end-of-text token behind the fence',
    asked: 'PYTHON',
    answer: '```python\nprint("final")\n```<|im_end|>\n',
    right: ['print("final")\n'],
  },
  {
    title: 'a closing tag before prose on its line',
    asked: 'PYTHON',
    answer:
      'Maybe\n```python\nprint("draft")\n```\nno.\nI use range.</think>Here is the code:\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'a closing tag before the fence on its line',
    asked: 'PYTHON',
    answer: 'Maybe\n```python\nprint("draft")\n```\nno.\nSo.</think>```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'a closing tag below a block that was left open',
    asked: 'PYTHON',
    answer: 'Maybe\n```python\nprint("draft")\n</think>\n\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'the thinking tag, indented',
    asked: 'PYTHON',
    answer:
      '  <thinking>\nMaybe\n```python\nprint("draft")\n```\nno.\n  </thinking>\n\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'the tags of Magistral',
    asked: 'PYTHON',
    answer:
      '[THINK]Maybe\n```python\nprint("draft")\n```\nno.\n[/THINK]```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'the tags of Kimi',
    asked: 'PYTHON',
    answer:
      '◁think▷Maybe\n```python\nprint("draft")\n```\nno.\n◁/think▷```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'the tags of Seed',
    asked: 'PYTHON',
    answer:
      '<seed:think>\nMaybe\n```python\nprint("draft")\n```\nno.\n</seed:think>\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'the tokens of Command',
    asked: 'PYTHON',
    answer:
      '<|START_THINKING|>Maybe\n```python\nprint("draft")\n```\nno.\n<|END_THINKING|>```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'a thought and a solution in tokens',
    asked: 'PYTHON',
    answer:
      '<|begin_of_thought|>\n\nMaybe\n```python\nprint("draft")\n```\nno.\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\n```python\nfor i in range(3):\n    print(i)\n```\n<|end_of_solution|>\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'channels of gpt-oss, without their tokens',
    asked: 'PYTHON',
    answer:
      'analysisThe user wants a loop. Maybe\n```python\nprint("draft")\n```\nno.\nassistantfinal```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'channels of gpt-oss, code on its own lines',
    asked: 'PYTHON',
    answer:
      '<|start|>assistant<|channel|>analysis<|message|>Loop.\nMaybe\n```python\nprint("draft")\n```\nno.\n<|end|><|start|>assistant<|channel|>final<|message|>Here:\n\n```python\nfor i in range(3):\n    print(i)\n```\n<|return|>',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'the final channel alone',
    asked: 'PYTHON',
    answer: '<|channel|>final<|message|>```python\nfor i in range(3):\n    print(i)\n```\n<|return|>',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'a token of the template before the answer',
    asked: 'PYTHON',
    answer:
      '<|im_start|>assistant\n<think>\nMaybe\n```python\nprint("draft")\n```\nno.\n</think>\n```python\nfor i in range(3):\n    print(i)\n```\n<|im_end|>\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'a reflection below the answer',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n```\n<think>\nIs that right? Yes.\n</think>\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'tokens of DeepSeek behind the fence',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n```<｜end▁of▁sentence｜>',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'an end-of-turn token behind the code',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n```\n<end_of_turn>\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'an end token glued to the last line of code',
    asked: 'PYTHON',
    answer: '```python\nprint(1)<|endoftext|>\n```',
    right: ['print(1)\n'],
  },
  {
    title: 'an end token behind code without a fence',
    asked: 'PYTHON',
    answer: 'for i in range(3):\n    print(i)\n<|im_end|>',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'an end tag behind the fence',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n```</s>',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'the end of one turn and the begin of the next',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n```<|im_end|>\n<|im_start|>user\nThanks!',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'only reasoning, cut',
    asked: 'PYTHON',
    answer: '<think>\nMaybe\n```python\nprint("draft")\n```\nno.\n',
    right: [''],
  },
  {
    title: 'code that splits at the tag',
    asked: 'PYTHON',
    answer:
      '```python\ndef answer(text):\n    head, _, tail = text.partition("</think>")\n    return tail or head\n```',
    right: ['def answer(text):\n    head, _, tail = text.partition("</think>")\n    return tail or head\n'],
  },
  {
    title: 'code that splits at the tag, without a fence',
    asked: 'PYTHON',
    answer: 'def answer(text):\n    return text.split("</think>")[-1]\n',
    right: ['def answer(text):\n    return text.split("</think>")[-1]\n'],
  },
  {
    title: 'a template with both tags on lines of their own',
    asked: 'PYTHON',
    answer: '```python\nT = """\n<think>\n{thought}\n</think>\n"""\nprint(T)\n```\n',
    right: ['T = """\n<think>\n{thought}\n</think>\n"""\nprint(T)\n'],
  },
  {
    title: 'prose about the tag',
    asked: 'PYTHON',
    answer: 'The `</think>` tag is left out:\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'tags in capitals',
    asked: 'PYTHON',
    answer:
      '<THINK>\nMaybe\n```python\nprint("draft")\n```\nno.\n</THINK>\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'two closing tags, the second without its opening',
    asked: 'PYTHON',
    answer:
      '<think>\na\n</think>\nMaybe\n```python\nprint("draft")\n```\nno.\n</think>\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'reasoning that quotes its own closing tag',
    asked: 'PYTHON',
    answer:
      '<think>\nI must not write "</think>" here.\nMaybe\n```python\nprint("draft")\n```\nno.\n</think>\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'a tag glued to prose',
    asked: 'PYTHON',
    answer: '<think>Okay, a loop.</think>Sure!\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'a tag glued to code without a fence',
    asked: 'PYTHON',
    answer: '<think>hm</think>for i in range(3):\n    print(i)\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'reasoning, then Markdown without a fence',
    asked: 'MARKDOWN',
    answer: '<think>\n# Draft\n</think>\n\n# A\n\nText.\n',
    right: ['# A\n\nText.\n'],
  },
  {
    title: 'reasoning without an opening, then Markdown',
    asked: 'MARKDOWN',
    answer: 'I draft it.\n# Draft\n</think>\n\n# A\n\nText.\n',
    right: ['# A\n\nText.\n'],
  },
  {
    title: 'reasoning, then JSON',
    asked: 'JSON',
    answer: '<think>an object</think>\n\n{"a": 1}\n',
    right: ['{"a": 1}\n'],
  },
  {
    title: 'an unclosed block in reasoning with a tag',
    asked: 'PYTHON',
    answer: '<think>\n```python\nprint("draft")\n</think>\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'commentary before the final channel',
    asked: 'PYTHON',
    answer:
      '<|channel|>analysis<|message|>x<|end|><|start|>assistant<|channel|>commentary<|message|>I write it.<|end|><|start|>assistant<|channel|>final<|message|>```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'the analysis channel alone',
    asked: 'PYTHON',
    answer: '<|channel|>analysis<|message|>I think ```python\nx = 1\n```',
    right: [''],
  },
  {
    title: 'tokens of Gemma around thought',
    asked: 'PYTHON',
    answer:
      '<|channel>thought\nMaybe\n```python\nprint("draft")\n```\nno.\n<channel|>```python\nfor i in range(3):\n    print(i)\n```\n<turn|>',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'an eot token of Llama',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n```<|eot_id|>',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'an assistant header before the answer',
    asked: 'PYTHON',
    answer: '<|start_header_id|>assistant<|end_header_id|>\n\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'a begin-of-sequence tag before the fence',
    asked: 'PYTHON',
    answer: '<s>```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'an INST token behind the fence',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n``` [/INST]',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'an end token below code in an open block',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n<|im_end|>',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'an end token below code in an open block, and a line end',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n<|endoftext|>\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'reasoning in the tag of thoughts, with attributes',
    asked: 'PYTHON',
    answer:
      '<thinking mode="deep" n="2">\nMaybe\n```python\nprint("draft")\n```\nno.\n</thinking>\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'code of a chat template',
    asked: 'PYTHON',
    answer: '```python\nEND = "<|im_end|>"\nSTART = "<|im_start|>"\nprint(START + END)\n```<|im_end|>',
    right: ['END = "<|im_end|>"\nSTART = "<|im_start|>"\nprint(START + END)\n'],
  },
  {
    title: 'a page with an analysis tag in its block',
    asked: 'XML',
    answer: '```xml\n<analysis>\n  <a/>\n</analysis>\n```',
    right: ['<analysis>\n  <a/>\n</analysis>\n'],
  },
  {
    title: 'reasoning below a heading',
    asked: 'PYTHON',
    answer:
      '**Thinking**\n\n<think>\nMaybe\n```python\nprint("draft")\n```\nno.\n</think>\n\n**Answer**\n\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'a closing tag with a blank in it',
    asked: 'PYTHON',
    answer:
      '<think>\nMaybe\n```python\nprint("draft")\n```\nno.\n</think >\n```python\nfor i in range(3):\n    print(i)\n```\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'draft, tag and unfenced answer',
    asked: 'PYTHON',
    answer: 'Let me think.\n```python\nprint("draft")\n```\n</think>\nfor i in range(3):\n    print(i)\n',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'HTML that ends with such a tag in a script string',
    asked: 'HTML',
    answer: '```html\n<script>\nconst t = "</think>";\n</script>\n```',
    right: ['<script>\nconst t = "</think>";\n</script>\n'],
  },
  {
    title: 'tests that compare tags',
    asked: 'JAVASCRIPT',
    answer: "```js\nexpect(strip('<think>a</think>b')).toBe('b');\n```\n",
    right: ["expect(strip('<think>a</think>b')).toBe('b');\n"],
  },
  {
    title: 'a system prompt in a template literal',
    asked: 'JAVASCRIPT',
    answer: '```js\nconst p = `\nThink between\n<think>\nand\n</think>\n`;\n```\n',
    right: ['const p = `\nThink between\n<think>\nand\n</think>\n`;\n'],
  },
];
