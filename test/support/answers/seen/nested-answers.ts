import type { SeenAnswer } from './seen-answer.ts';

/** Answers whose code holds fences itself. */
export const nestedAnswers: readonly SeenAnswer[] = [
  {
    title: 'python docstring with a fenced example',
    asked: 'PYTHON',
    answer:
      '```python\ndef render(title):\n    """Render a page.\n\n    Example:\n\n    ```python\n    render("Home")\n    ```\n    """\n    return f"# {title}"\n```\nThe docstring shows its use.',
    right: [
      'def render(title):\n    """Render a page.\n\n    Example:\n\n    ```python\n    render("Home")\n    ```\n    """\n    return f"# {title}"\n',
    ],
  },
  {
    title: 'the same at column 0',
    asked: 'PYTHON',
    answer:
      '```python\ndef render(title):\n    """Render a page.\n\n```python\nrender("Home")\n```\n    """\n    return f"# {title}"\n```\n',
    right: [
      'def render(title):\n    """Render a page.\n\n```python\nrender("Home")\n```\n    """\n    return f"# {title}"\n',
    ],
  },
  {
    title: 'string with bare fences at column 0',
    asked: 'PYTHON',
    answer: '```python\nHELP = """\nRun it like this:\n```\ntool --all\n```\n"""\n\nprint(HELP)\n```\n',
    right: ['HELP = """\nRun it like this:\n```\ntool --all\n```\n"""\n\nprint(HELP)\n'],
  },
  {
    title: 'JSDoc example',
    asked: 'TYPESCRIPT',
    answer:
      '```ts\n/**\n * Adds.\n *\n * ```ts\n * add(1, 2); // 3\n * ```\n */\nexport function add(a: number, b: number): number {\n  return a + b;\n}\n```',
    right: [
      '/**\n * Adds.\n *\n * ```ts\n * add(1, 2); // 3\n * ```\n */\nexport function add(a: number, b: number): number {\n  return a + b;\n}\n',
    ],
  },
  {
    title: 'Rust doc test',
    asked: 'RUST',
    answer:
      'Here you go.\n\n```rust\n/// Doubles a number.\n///\n/// ```\n/// assert_eq!(double(2), 4);\n/// ```\npub fn double(n: i32) -> i32 {\n    n * 2\n}\n```\n\nRun the doc test with `cargo test`.',
    right: [
      '/// Doubles a number.\n///\n/// ```\n/// assert_eq!(double(2), 4);\n/// ```\npub fn double(n: i32) -> i32 {\n    n * 2\n}\n',
    ],
  },
  {
    title: 'fence in a JavaScript string',
    asked: 'JAVASCRIPT',
    answer:
      "```javascript\nconst fence = '```';\nexport function wrap(code, lang = '') {\n  return `${fence}${lang}\\n${code}\\n${fence}`;\n}\n```",
    right: [
      "const fence = '```';\nexport function wrap(code, lang = '') {\n  return `${fence}${lang}\\n${code}\\n${fence}`;\n}\n",
    ],
  },
  {
    title: 'fence in a regular expression',
    asked: 'PYTHON',
    answer:
      '```python\nimport re\n\nPATTERN = re.compile(r"```(\\w*)\\n(.*?)```", re.S)\n\n\ndef blocks(text):\n    return PATTERN.findall(text)\n```',
    right: [
      'import re\n\nPATTERN = re.compile(r"```(\\w*)\\n(.*?)```", re.S)\n\n\ndef blocks(text):\n    return PATTERN.findall(text)\n',
    ],
  },
  {
    title: 'bash heredoc that writes a README',
    asked: 'BASH',
    answer:
      "```bash\n#!/usr/bin/env bash\nset -euo pipefail\n\ncat > README.md <<'EOF'\n# Demo\n\n```bash\nmake run\n```\nEOF\n\necho written\n```\n",
    right: [
      "#!/usr/bin/env bash\nset -euo pipefail\n\ncat > README.md <<'EOF'\n# Demo\n\n```bash\nmake run\n```\nEOF\n\necho written\n",
    ],
  },
  {
    title: 'string that ends near a line end with a fence',
    asked: 'PYTHON',
    answer: "```python\nprompt = f'Answer in ```'\nprint(prompt)\n```\n",
    right: ["prompt = f'Answer in ```'\nprint(prompt)\n"],
  },
  {
    title: 'template literal with a labelled block',
    asked: 'JAVASCRIPT',
    answer: '```js\nconst md = `\n```js\nlet a = 1;\n```\n`;\nconsole.log(md);\n```\n',
    right: ['const md = `\n```js\nlet a = 1;\n```\n`;\nconsole.log(md);\n'],
  },
  {
    title: 'a prompt in a template literal with two bare blocks',
    asked: 'JAVASCRIPT',
    answer:
      '```js\nconst prompt = `\nGiven:\n```\ninput\n```\nanswer with:\n```\noutput\n```\n`;\nexport default prompt;\n```\nUse it as you like.\n',
    right: ['const prompt = `\nGiven:\n```\ninput\n```\nanswer with:\n```\noutput\n```\n`;\nexport default prompt;\n'],
  },
  {
    title: 'a here-document with bare fences',
    asked: 'BASH',
    answer: "```bash\ncat > NOTES.md <<'EOF'\n# Notes\n```\nmake\n```\nEOF\ncat NOTES.md\n```\n",
    right: ["cat > NOTES.md <<'EOF'\n# Notes\n```\nmake\n```\nEOF\ncat NOTES.md\n"],
  },
  {
    title: 'a raw string of Go with bare fences',
    asked: 'GO',
    answer:
      '```go\npackage main\n\nconst help = `\nRun:\n\n` + "```" + `\ntool\n` + "```"\n\nfunc main() { println(help) }\n```',
    right: [
      'package main\n\nconst help = `\nRun:\n\n` + "```" + `\ntool\n` + "```"\n\nfunc main() { println(help) }\n',
    ],
  },
  {
    title: 'a text block of Java with a bare block',
    asked: 'JAVA',
    answer: '```java\nclass A {\n    String help = """\n```\nrun\n```\n""";\n}\n```\n\nThis class holds a help text.',
    right: ['class A {\n    String help = """\n```\nrun\n```\n""";\n}\n'],
  },
  {
    title: 'a module documentation of Elixir with bare fences',
    asked: 'ELIXIR',
    answer:
      '```elixir\ndefmodule A do\n  @moduledoc """\n  Use it:\n\n  ```\n  A.run()\n  ```\n  """\n  def run, do: :ok\nend\n```',
    right: ['defmodule A do\n  @moduledoc """\n  Use it:\n\n  ```\n  A.run()\n  ```\n  """\n  def run, do: :ok\nend\n'],
  },
  {
    title: 'a block comment with a bare block',
    asked: 'KOTLIN',
    answer: '```kotlin\n/*\nExample:\n```\nrun()\n```\n*/\nfun run() {}\n```\nDone.',
    right: ['/*\nExample:\n```\nrun()\n```\n*/\nfun run() {}\n'],
  },
  {
    title: 'a docstring with a named and a bare block',
    asked: 'PYTHON',
    answer:
      '```python\ndef f():\n    """Do it.\n\n```python\nf()\n```\n\nprints\n\n```\n1\n```\n    """\n    print(1)\n```\n',
    right: ['def f():\n    """Do it.\n\n```python\nf()\n```\n\nprints\n\n```\n1\n```\n    """\n    print(1)\n'],
  },
  {
    title: 'a bare block in a string, and a second block of output',
    asked: 'PYTHON',
    answer: '```python\nHELP = """\n```\ntool\n```\n"""\nprint(HELP)\n```\n\nOutput:\n\n```\ntool\n```\n',
    right: ['HELP = """\n```\ntool\n```\n"""\nprint(HELP)\n'],
  },
  {
    title: 'a bare block in a string, and how to run it',
    asked: 'PYTHON',
    answer:
      'Save this:\n\n```python\nHELP = """\n```\ntool\n```\n"""\nprint(HELP)\n```\n\nRun:\n\n```bash\npython help.py\n```\n',
    right: ['HELP = """\n```\ntool\n```\n"""\nprint(HELP)\n'],
  },
  {
    title: 'a bare block in a string that was cut',
    asked: 'PYTHON',
    answer: '```python\nHELP = """\n```\ntool\n```\n"""\nprint(HE',
    right: ['HELP = """\n```\ntool\n```\n"""\nprint(HE'],
  },
  {
    title: 'a prompt in YAML',
    asked: 'YAML',
    answer: '```yaml\nprompt: |\n  Answer with:\n  ```\n  code\n  ```\n  and nothing else.\nmodel: small\n```\n',
    right: ['prompt: |\n  Answer with:\n  ```\n  code\n  ```\n  and nothing else.\nmodel: small\n'],
  },
  {
    title: 'code without a fence, a docstring with a block',
    asked: 'PYTHON',
    answer: 'def f(a):\n    """Give a.\n\n    ```python\n    f(1)\n    ```\n    """\n    return a\n',
    right: ['def f(a):\n    """Give a.\n\n    ```python\n    f(1)\n    ```\n    """\n    return a\n'],
  },
  {
    title: 'tildes around a string with back quotes',
    asked: 'PYTHON',
    answer: '~~~python\ns = """\n```\nx\n```\n"""\n~~~\n',
    right: ['s = """\n```\nx\n```\n"""\n'],
  },
  {
    title: 'a string with a bare block, in a list',
    asked: 'PYTHON',
    answer: '1. Save:\n\n   ```python\n   s = """\n   ```\n   x\n   ```\n   """\n   ```\n\n2. Run it.\n',
    right: ['s = """\n```\nx\n```\n"""\n'],
  },
  {
    title: 'a replaced fence in PHP',
    asked: 'PHP',
    answer: '```php\n<?php\n$text = <<<MD\n```\ncode\n```\nMD;\necho $text;\n```\n',
    right: ['<?php\n$text = <<<MD\n```\ncode\n```\nMD;\necho $text;\n'],
  },
  {
    title: 'a string that holds a bare fence and its language apart',
    asked: 'PYTHON',
    answer:
      '```python\nFENCE = "```"\n\n\ndef wrap(code, lang=""):\n    return f"{FENCE}{lang}\\n{code}\\n{FENCE}"\n```\nCall `wrap("a")`.',
    right: ['FENCE = "```"\n\n\ndef wrap(code, lang=""):\n    return f"{FENCE}{lang}\\n{code}\\n{FENCE}"\n'],
  },
  {
    title: 'lines joined with fences between quotes',
    asked: 'PYTHON',
    answer: '```python\nlines = [\n    "```python",\n    "x",\n    "```",\n]\nprint("\\n".join(lines))\n```',
    right: ['lines = [\n    "```python",\n    "x",\n    "```",\n]\nprint("\\n".join(lines))\n'],
  },
  {
    title: 'a parser that looks for lines that begin with a fence',
    asked: 'PYTHON',
    answer:
      '```python\nfor line in text.splitlines():\n    if line.startswith("```"):\n        inside = not inside\n```\n\nIt toggles.',
    right: ['for line in text.splitlines():\n    if line.startswith("```"):\n        inside = not inside\n'],
  },
  {
    title: 'a printed README of a shell script with echo',
    asked: 'BASH',
    answer: '```bash\n#!/bin/sh\necho "# A"\necho "```"\necho "make"\necho "```"\n```',
    right: ['#!/bin/sh\necho "# A"\necho "```"\necho "make"\necho "```"\n'],
  },
  {
    title: 'two here-documents with bare blocks',
    asked: 'BASH',
    answer: '```bash\ncat <<EOF > a.md\n```\na\n```\nEOF\ncat <<EOF > b.md\n```\nb\n```\nEOF\n```',
    right: ['cat <<EOF > a.md\n```\na\n```\nEOF\ncat <<EOF > b.md\n```\nb\n```\nEOF\n'],
  },
  {
    title: 'a bare block in a string, the answer begins with prose and ends with a list',
    asked: 'PYTHON',
    answer:
      'Here is the script.\n\n```python\nPROMPT = """You answer with\n```\njson\n```\nonly."""\nprint(PROMPT)\n```\n\n- It prints the prompt.\n- It needs nothing.\n',
    right: ['PROMPT = """You answer with\n```\njson\n```\nonly."""\nprint(PROMPT)\n'],
  },
  {
    title: 'a named block at column 0 in a doc comment of Rust',
    asked: 'RUST',
    answer:
      '```rust\n/**\nDoubles.\n\n```rust\nassert_eq!(double(2), 4);\n```\n*/\npub fn double(n: i32) -> i32 { n * 2 }\n```',
    right: ['/**\nDoubles.\n\n```rust\nassert_eq!(double(2), 4);\n```\n*/\npub fn double(n: i32) -> i32 { n * 2 }\n'],
  },
  {
    title: 'JSDoc without stars with a bare block',
    asked: 'JAVASCRIPT',
    answer: '```js\n/*\nUse:\n```\nf(1)\n```\n*/\nexport const f = (a) => a;\n```\n',
    right: ['/*\nUse:\n```\nf(1)\n```\n*/\nexport const f = (a) => a;\n'],
  },
  {
    title: 'a bare block in the docstring of a class with prose behind',
    asked: 'PYTHON',
    answer:
      '```python\nclass A:\n    """A thing.\n\n    ```\n    A().run()\n    ```\n    """\n\n    def run(self):\n        pass\n```\n\nThe class has one method.',
    right: [
      'class A:\n    """A thing.\n\n    ```\n    A().run()\n    ```\n    """\n\n    def run(self):\n        pass\n',
    ],
  },
  {
    title: 'an unnamed outer fence around a string with a bare block',
    asked: 'PYTHON',
    answer: '```\nHELP = """\n```\ntool\n```\n"""\nprint(HELP)\n```\n',
    right: ['HELP = """\n```\ntool\n```\n"""\nprint(HELP)\n'],
  },
  {
    title: 'three bare blocks in one string',
    asked: 'JAVASCRIPT',
    answer: '```js\nconst t = `\n```\na\n```\n\n```\nb\n```\n\n```\nc\n```\n`;\n```',
    right: ['const t = `\n```\na\n```\n\n```\nb\n```\n\n```\nc\n```\n`;\n'],
  },
  {
    title: 'no closing fence for the outer block, bare block in a string',
    asked: 'PYTHON',
    answer: '```python\nHELP = """\n```\ntool\n```\n"""\nprint(HELP)\n',
    right: ['HELP = """\n```\ntool\n```\n"""\nprint(HELP)\n'],
  },
  {
    title: 'a Ruby heredoc with a bare block',
    asked: 'RUBY',
    answer: '```ruby\ntext = <<~MD\n```\na\n```\nMD\nputs text\n```',
    right: ['text = <<~MD\n```\na\n```\nMD\nputs text\n'],
  },
  {
    title: 'a C# raw string with a bare block',
    asked: 'CSHARP',
    answer: '```csharp\nvar s = """\n```\na\n```\n""";\nConsole.WriteLine(s);\n```',
    right: ['var s = """\n```\na\n```\n""";\nConsole.WriteLine(s);\n'],
  },
  {
    title: 'a here-string of PowerShell',
    asked: 'POWERSHELL',
    answer: '```powershell\n$t = @"\n```\na\n```\n"@\nWrite-Output $t\n```',
    right: ['$t = @"\n```\na\n```\n"@\nWrite-Output $t\n'],
  },
  {
    title: 'a verbatim string of C++',
    asked: 'CPP',
    answer: '```cpp\nauto s = R"(\n```\na\n```\n)";\n```',
    right: ['auto s = R"(\n```\na\n```\n)";\n'],
  },
  {
    title: 'a lone back quote in a regular expression',
    asked: 'JAVASCRIPT',
    answer: '```js\nconst count = (text) => text.split(/`/g).length - 1;\n```\nIt counts the marks in your text.\n',
    right: ['const count = (text) => text.split(/`/g).length - 1;\n'],
  },
  {
    title: 'a lone back quote, then what it prints',
    asked: 'JAVASCRIPT',
    answer: '```js\nconst count = (text) => text.split(/`/g).length - 1;\n```\n\nIt prints:\n\n```\n3\n```\n',
    right: ['const count = (text) => text.split(/`/g).length - 1;\n'],
  },
  {
    title: 'a lone back quote, then how to run it',
    asked: 'JAVASCRIPT',
    answer:
      '```js\nconst count = (text) => text.split(/`/g).length - 1;\n```\n\nRun it:\n\n```bash\nnode a.js\n```\nThat is all.',
    right: ['const count = (text) => text.split(/`/g).length - 1;\n'],
  },
  {
    title: 'a comment in Python with three quotes',
    asked: 'PYTHON',
    answer: '```python\nx = 1  # not a """ string\n```\n\nDone.',
    right: ['x = 1  # not a """ string\n'],
  },
  {
    title: 'a glob with a comment mark in a string',
    asked: 'TYPESCRIPT',
    answer: '```ts\nconst glob = "src/**/*.ts";\nconst other = "a/*";\n```\n\nIt finds the files.\n',
    right: ['const glob = "src/**/*.ts";\nconst other = "a/*";\n'],
  },
  {
    title: 'a shift in C++ that looks like a here-document',
    asked: 'CPP',
    answer: '```cpp\nstd::cout << END;\n```\nDone.',
    right: ['std::cout << END;\n'],
  },
  {
    title: 'a shift in Ruby',
    asked: 'RUBY',
    answer: '```ruby\nlist <<VALUE\nVALUE\nputs list\n```\nDone.',
    right: ['list <<VALUE\nVALUE\nputs list\n'],
  },
  {
    title: 'an append in Ruby',
    asked: 'RUBY',
    answer: '```ruby\nitems <<Item\nputs items\n```\n\nIt adds the item for you.\n',
    right: ['items <<Item\nputs items\n'],
  },
  {
    title: 'a here-document that is not closed by mistake',
    asked: 'BASH',
    answer: '```bash\ncat <<EOF\nhi\n```\n\nThis prints a greeting for you.\n',
    right: ['cat <<EOF\nhi\n'],
  },
  {
    title: 'a string with three quotes that is not closed by mistake',
    asked: 'PYTHON',
    answer: '```python\ns = """\nhi\n```\n\nThis is the string that you need.\n',
    right: ['s = """\nhi\n'],
  },
];
