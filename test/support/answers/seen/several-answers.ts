import type { SeenAnswer } from './seen-answer.ts';

/** Answers with several blocks, of which one is the code. */
export const severalAnswers: readonly SeenAnswer[] = [
  {
    title: 'install, code, run',
    asked: 'JAVASCRIPT',
    answer:
      'Install:\n\n```bash\nnpm i express\n```\n\nThen save this as server.js:\n\n```js\nimport express from "express";\nconst app = express();\napp.get("/", (_req, res) => res.send("hi"));\napp.listen(3000);\n```\n\nRun:\n\n```bash\nnode server.js\n```',
    right: [
      'import express from "express";\nconst app = express();\napp.get("/", (_req, res) => res.send("hi"));\napp.listen(3000);\n',
    ],
  },
  {
    title: 'output block without a label first',
    asked: 'PYTHON',
    answer:
      'Given this input:\n\n```\n3 1 2\n```\n\nthe program is\n\n```python\nprint(sorted(map(int, input().split())))\n```\n',
    right: ['print(sorted(map(int, input().split())))\n'],
  },
  {
    title: 'first try, then corrected',
    asked: 'PYTHON',
    answer:
      'My first try:\n\n```python\ndef area(r):\n    return 3.14 * r\n```\n\nWait, that is the wrong formula. Corrected full version:\n\n```python\nimport math\n\n\ndef area(r):\n    return math.pi * r ** 2\n```\n',
    right: ['import math\n\n\ndef area(r):\n    return math.pi * r ** 2\n'],
  },
  {
    title: 'signature first, solution second',
    asked: 'PYTHON',
    answer:
      'The function has this signature:\n\n```python\ndef is_prime(n: int) -> bool:\n    ...\n```\n\nImplementation:\n\n```python\ndef is_prime(n: int) -> bool:\n    if n < 2:\n        return False\n    return all(n % d for d in range(2, int(n ** 0.5) + 1))\n```\n',
    right: [
      'def is_prime(n: int) -> bool:\n    if n < 2:\n        return False\n    return all(n % d for d in range(2, int(n ** 0.5) + 1))\n',
    ],
  },
  {
    title: 'solution then usage in the same language',
    asked: 'PYTHON',
    answer: '```python\ndef add(a, b):\n    return a + b\n```\n\nUsage:\n\n```python\nprint(add(1, 2))\n```\n',
    right: ['def add(a, b):\n    return a + b\n'],
  },
  {
    title: 'pip install under the label python',
    asked: 'PYTHON',
    answer:
      '```python\npip install requests\n```\n\n```python\nimport requests\n\nprint(requests.get("http://127.0.0.1").status_code)\n```\n',
    right: ['import requests\n\nprint(requests.get("http://127.0.0.1").status_code)\n'],
  },
  {
    title: 'empty block first',
    asked: 'PYTHON',
    answer: '```python\n```\n\n```python\nprint(1)\n```\n',
    right: ['print(1)\n'],
  },
  {
    title: 'summary in a markdown block behind',
    asked: 'PYTHON',
    answer: '```python\nprint(1)\n```\n\n```markdown\n## Summary\nPrints one.\n```\n',
    right: ['print(1)\n'],
  },
  {
    title: 'inline triple backticks in prose first',
    asked: 'PYTHON',
    answer: 'Use ```sorted()``` for that:\n\n```python\nprint(sorted([2, 1]))\n```\n',
    right: ['print(sorted([2, 1]))\n'],
  },
  {
    title: 'npm install under the label js',
    asked: 'JAVASCRIPT',
    answer: '```js\nnpm install express\n```\n\n```js\nimport express from "express";\n```\n',
    right: ['import express from "express";\n'],
  },
  {
    title: 'python -m pip under the label python',
    asked: 'PYTHON',
    answer: '```python\n# once\npython -m pip install x y\n```\n```python\nimport x\n```',
    right: ['import x\n'],
  },
  {
    title: 'a notebook installs first',
    asked: 'PYTHON',
    answer: '```python\n!pip install x\n```\n```python\nimport x\n```',
    right: ['import x\n'],
  },
  {
    title: 'cargo add under the label rust',
    asked: 'RUST',
    answer: '```rust\ncargo add rand\n```\n```rust\nuse rand::random;\nfn main() {}\n```',
    right: ['use rand::random;\nfn main() {}\n'],
  },
  {
    title: 'a prompt and go get under the label go',
    asked: 'GO',
    answer: '```go\n$ go get example.com/a\n```\nThen:\n```go\npackage main\n```',
    right: ['package main\n'],
  },
  {
    title: 'install in the label of the shell and in the label python',
    asked: 'PYTHON',
    answer: '```bash\npip install x\n```\nor\n```python\npip install --user x\n```\n```python\nimport x\n```',
    right: ['import x\n'],
  },
  {
    title: 'a stub with pass',
    asked: 'PYTHON',
    answer: 'Signature:\n```python\ndef f(a):\n    pass\n```\nSolution:\n```python\ndef f(a):\n    return a\n```',
    right: ['def f(a):\n    return a\n'],
  },
  {
    title: 'a stub that raises',
    asked: 'PYTHON',
    answer: '```python\ndef f(a):\n    raise NotImplementedError\n```\n```python\ndef f(a):\n    return a\n```',
    right: ['def f(a):\n    return a\n'],
  },
  {
    title: 'a stub in TypeScript',
    asked: 'TYPESCRIPT',
    answer:
      '```ts\nfunction f(a: number): number {\n  // TODO\n}\n```\n```ts\nfunction f(a: number): number {\n  return a;\n}\n```',
    right: ['function f(a: number): number {\n  return a;\n}\n'],
  },
  {
    title: 'a stub in Rust',
    asked: 'RUST',
    answer: '```rust\nfn f(a: i32) -> i32 {\n    todo!()\n}\n```\n```rust\nfn f(a: i32) -> i32 {\n    a\n}\n```',
    right: ['fn f(a: i32) -> i32 {\n    a\n}\n'],
  },
  {
    title: 'a prototype in C',
    asked: 'C',
    answer:
      'The prototype:\n```c\nint add(int a, int b);\n```\nThe program:\n```c\nint add(int a, int b) {\n  return a + b;\n}\n```',
    right: ['int add(int a, int b) {\n  return a + b;\n}\n'],
  },
  {
    title: 'a stub in Java',
    asked: 'JAVA',
    answer:
      '```java\nclass A {\n    int f(int a) {\n        throw new UnsupportedOperationException("Not implemented");\n    }\n}\n```\n```java\nclass A {\n    int f(int a) {\n        return a;\n    }\n}\n```',
    right: ['class A {\n    int f(int a) {\n        return a;\n    }\n}\n'],
  },
  {
    title: 'a class of nothing, then its use',
    asked: 'PYTHON',
    answer: '```python\nclass Stop(Exception):\n    pass\n```\nUsage:\n```python\nraise Stop\n```',
    right: ['class Stop(Exception):\n    pass\n'],
  },
  {
    title: 'only a stub',
    asked: 'PYTHON',
    answer: '```python\ndef f(a):\n    ...\n```',
    right: ['def f(a):\n    ...\n'],
  },
  {
    title: 'a solution, then another version of it',
    asked: 'PYTHON',
    answer: '```python\ndef f(a):\n    return a\n```\nOr shorter:\n```python\nf = lambda a: a\n```',
    right: ['def f(a):\n    return a\n'],
  },
  {
    title: 'only a command, under the label python',
    asked: 'PYTHON',
    answer: 'Install it:\n```python\npip install x\n```',
    right: ['pip install x\n', ''],
  },
  {
    title: 'commands where a shell was asked for',
    asked: 'BASH',
    answer: '```bash\npip install x\n```\n```bash\nls\n```',
    right: ['pip install x\n'],
  },
  {
    title: 'npm init and install under js, then TypeScript asked',
    asked: 'TYPESCRIPT',
    answer: '```bash\nnpm init -y\nnpm i -D typescript\n```\n```ts\nexport const a = 1;\n```',
    right: ['export const a = 1;\n'],
  },
  {
    title: 'pip install with flags and comment',
    asked: 'PYTHON',
    answer: '```python\n# install first\npip3 install -U numpy==1.0\n```\n\n```python\nimport numpy\n```',
    right: ['import numpy\n'],
  },
  {
    title: 'conda install under python',
    asked: 'PYTHON',
    answer: '```python\nconda install -c conda-forge x\n```\n\n```python\nimport x\n```',
    right: ['import x\n'],
  },
  {
    title: 'apt install under the label c',
    asked: 'C',
    answer: '```c\nsudo apt install libcurl4-openssl-dev\n```\n```c\nint main(void) { return 0; }\n```',
    right: ['int main(void) { return 0; }\n'],
  },
  {
    title: 'gem install under ruby',
    asked: 'RUBY',
    answer: '```ruby\ngem install rack\n```\n```ruby\nrequire "rack"\n```',
    right: ['require "rack"\n'],
  },
  {
    title: 'composer require under php',
    asked: 'PHP',
    answer: '```php\ncomposer require a/b\n```\n```php\n<?php\necho 1;\n```',
    right: ['<?php\necho 1;\n'],
  },
  {
    title: 'dotnet add package under csharp',
    asked: 'CSHARP',
    answer: '```csharp\ndotnet add package A\n```\n```csharp\nusing A;\n```',
    right: ['using A;\n'],
  },
  {
    title: 'a stub with a docstring and an ellipsis',
    asked: 'PYTHON',
    answer:
      '```python\ndef f(a: int) -> int:\n    """Give a."""\n    ...\n```\n```python\ndef f(a: int) -> int:\n    """Give a."""\n    return a\n```',
    right: ['def f(a: int) -> int:\n    """Give a."""\n    return a\n'],
  },
  {
    title: 'a stub with a comment',
    asked: 'PYTHON',
    answer: '```python\ndef f(a):\n    # your code here\n    pass\n```\n```python\ndef f(a):\n    return a\n```',
    right: ['def f(a):\n    return a\n'],
  },
  {
    title: 'a stub in JavaScript',
    asked: 'JAVASCRIPT',
    answer: '```js\nfunction f(a) {\n  // ...\n}\n```\n```js\nfunction f(a) {\n  return a;\n}\n```',
    right: ['function f(a) {\n  return a;\n}\n'],
  },
  {
    title: 'a stub of an arrow function',
    asked: 'JAVASCRIPT',
    answer: '```js\nconst f = (a) => { /* ... */ };\n```\n```js\nconst f = (a) => a;\n```',
    right: ['const f = (a) => a;\n'],
  },
  {
    title: 'a stub in Go',
    asked: 'GO',
    answer:
      '```go\nfunc F(a int) int {\n\tpanic("not implemented")\n}\n```\n```go\nfunc F(a int) int {\n\treturn a\n}\n```',
    right: ['func F(a int) int {\n\treturn a\n}\n'],
  },
  {
    title: 'a stub in Kotlin',
    asked: 'KOTLIN',
    answer: '```kotlin\nfun f(a: Int): Int = TODO()\n```\n```kotlin\nfun f(a: Int): Int = a\n```',
    right: ['fun f(a: Int): Int = a\n'],
  },
  {
    title: 'a stub in C#',
    asked: 'CSHARP',
    answer:
      '```csharp\npublic int F(int a)\n{\n    throw new NotImplementedException();\n}\n```\n```csharp\npublic int F(int a)\n{\n    return a;\n}\n```',
    right: ['public int F(int a)\n{\n    return a;\n}\n'],
  },
  {
    title: 'a stub in Haskell',
    asked: 'HASKELL',
    answer: '```haskell\nf :: Int -> Int\nf = undefined\n```\n```haskell\nf :: Int -> Int\nf a = a\n```',
    right: ['f :: Int -> Int\nf a = a\n'],
  },
  {
    title: 'a signature alone',
    asked: 'PYTHON',
    answer:
      'The signature:\n```python\ndef f(a: int) -> int:\n```\nThe code:\n```python\ndef f(a: int) -> int:\n    return a\n```',
    right: ['def f(a: int) -> int:\n    return a\n'],
  },
  {
    title: 'an interface, then the class',
    asked: 'JAVA',
    answer:
      '```java\ninterface Shape { double area(); }\n```\n```java\nclass Circle implements Shape { public double area() { return 3; } }\n```',
    right: [
      'interface Shape { double area(); }\n',
      'class Circle implements Shape { public double area() { return 3; } }\n',
    ],
  },
  {
    title: 'a stub, the solution, and its use',
    asked: 'PYTHON',
    answer: '```python\ndef f(a):\n    ...\n```\n```python\ndef f(a):\n    return a\n```\n```python\nprint(f(1))\n```',
    right: ['def f(a):\n    return a\n'],
  },
  {
    title: 'a corrected version',
    asked: 'JAVASCRIPT',
    answer:
      '```js\nfunction f(a) { return a + 1; }\n```\nOops, that adds one. Here is the corrected code:\n```js\nfunction f(a) { return a; }\n```',
    right: ['function f(a) { return a; }\n'],
  },
  {
    title: 'a wrong and a right way are shown',
    asked: 'PYTHON',
    answer:
      '```python\ndef f(a):\n    return a\n```\nA common mistake is to call it without brackets:\n```python\nprint(f)\n```',
    right: ['def f(a):\n    return a\n'],
  },
  {
    title: 'input data in JSON first',
    asked: 'PYTHON',
    answer: 'With this input:\n```json\n{"a": 1}\n```\nuse\n```python\nimport json\n```',
    right: ['import json\n'],
  },
  {
    title: 'a file tree first',
    asked: 'GO',
    answer: '```\n.\n├── go.mod\n└── main.go\n```\n\n```go\npackage main\n```',
    right: ['package main\n'],
  },
  {
    title: 'curl and output behind',
    asked: 'PYTHON',
    answer: '```python\nfor i in range(3):\n    print(i)\n```\n\n```\n$ curl http://127.0.0.1\nok\n```',
    right: ['for i in range(3):\n    print(i)\n'],
  },
  {
    title: 'five blocks of many kinds',
    asked: 'PYTHON',
    answer:
      'First:\n\n```\npip install x\n```\n\nInput:\n\n```json\n{}\n```\n\nCode:\n\n```python\nimport x\n```\n\nOutput:\n\n```\n1\n```\n\nTest:\n\n```python\nassert True\n```\n',
    right: ['import x\n'],
  },
  {
    title: 'two bare output blocks behind',
    asked: 'PYTHON',
    answer: '```python\nprint(1)\n```\nOutput:\n```\n1\n```\nAnd then:\n```\n2\n```\n',
    right: ['print(1)\n'],
  },
  {
    title: 'an unnamed program and an unnamed output',
    asked: 'PYTHON',
    answer: 'Code:\n\n```\nprint(1)\n```\n\nOutput:\n\n```\n1\n```\n',
    right: ['print(1)\n'],
  },
  {
    title: 'unnamed program and output without blank lines',
    asked: 'PYTHON',
    answer: 'Code:\n```\nprint(1)\n```\nOutput:\n```\n1\n```\n',
    right: ['print(1)\n'],
  },
  {
    title: 'a program whose closing fence is missing, and a second block',
    asked: 'PYTHON',
    answer: '```python\nprint(1)\n\n```bash\npython a.py\n```\n',
    right: ['print(1)\n\n```bash\npython a.py\n```\n', 'print(1)\n\n', 'print(1)\n'],
  },
];
