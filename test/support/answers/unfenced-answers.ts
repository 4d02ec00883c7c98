import type { LanguageName } from '../../../schema/languages.ts';
import { languages } from '../../../schema/languages.ts';
import type { ModelAnswer } from './model-answer.ts';

type Unfenced = readonly [asked: LanguageName, answer: string];

const programs: Unfenced[] = [
  ['CSS', '.a {\n  color: red;\n  margin: 0 auto\n}\n\n@media (min-width: 3em) {\n  .a { color: blue; }\n}\n'],
  [
    'YAML',
    'name: CI\non:\n  push:\n    branches: [main]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - name: Run the tests of this project\n        run: npm test\n',
  ],
  ['SQL', 'select name, count(*)\nfrom users\nwhere age > 30\ngroup by name;\n'],
  [
    'SQL',
    '-- Find the users that have no orders at all.\nSELECT u.id\n  FROM users u\n  LEFT JOIN orders o ON o.user_id = u.id\n WHERE o.id IS NULL;\n',
  ],
  [
    'DOCKERFILE',
    'FROM node:20\nWORKDIR /app\nRUN apk add --no-cache git curl bash make\nCOPY . .\nCMD ["node", "index.js"]\n',
  ],
  [
    'MAKEFILE',
    'CC = gcc\n\nall: main\n\nmain: main.o\n\t$(CC) -o main main.o\n\nclean:\n\trm -f *.o\n\n.PHONY: all clean\n',
  ],
  [
    'COBOL',
    '       IDENTIFICATION DIVISION.\n       PROGRAM-ID. HELLO.\n       DATA DIVISION.\n       WORKING-STORAGE SECTION.\n       01 WS-N PIC 9(4) VALUE 10.\n       PROCEDURE DIVISION.\n           DISPLAY "Hello to all of you in the world".\n           MOVE ZERO TO WS-N.\n           STOP RUN.\n',
  ],
  [
    'CLOJURE',
    '(ns app.core)\n\n(defn fact [n]\n  "Gives the factorial of a number, this is recursive."\n  (if (<= n 1)\n    1\n    (* n (fact (dec n)))))\n',
  ],
  [
    'HASKELL',
    'module Main where\n\nimport Data.List (sort)\n\nqsort :: Ord a => [a] -> [a]\nqsort [] = []\nqsort (p:xs) = qsort l ++ [p] ++ qsort r\n  where\n    l = filter (< p) xs\n    r = filter (>= p) xs\n',
  ],
  [
    'ASSEMBLY',
    'section .data\n    msg db "Hi, this is a message", 10\n\nsection .text\n    global _start\n\n_start:\n    mov rax, 1\n    mov rdi, 1\n    syscall\n    ret\n',
  ],
  ['XML', '<?xml version="1.0"?>\n<a>\n  <b>This is a sentence that you can read.</b>\n</a>\n'],
  ['TOML', '[package]\nname = "a"\nversion = "0.1.0"\n\n[dependencies]\nserde = "1"\n'],
  ['KOTLIN', 'fun main() {\n    val xs = listOf(1, 2, 3)\n    println(xs.sum())\n}\n'],
  ['SWIFT', 'import Foundation\n\nfunc add(_ a: Int, _ b: Int) -> Int {\n    return a + b\n}\nprint(add(1, 2))\n'],
  [
    'PERL',
    '#!/usr/bin/perl\nuse strict;\nuse warnings;\n\nmy %h;\nwhile (my $l = <STDIN>) {\n    chomp $l;\n    $h{$l}++;\n}\nprint "$_\\n" for sort keys %h;\n',
  ],
  [
    'POWERSHELL',
    '<#\n.SYNOPSIS\nThis is a script that you can use.\n#>\nparam([string]$Path)\nGet-ChildItem $Path | Where-Object { $_.Length -gt 1kb }\n',
  ],
  [
    'ELIXIR',
    'defmodule M do\n  @moduledoc """\n  This is the module of a program.\n  """\n  def add(a, b), do: a + b\nend\n',
  ],
  ['ERLANG', '-module(m).\n-export([f/1]).\n\nf(0) -> 1;\nf(N) -> N * f(N - 1).\n'],
  ['PROLOG', 'parent(john, mary).\nparent(mary, ann).\n\ngrand(X, Y) :-\n    parent(X, Z),\n    parent(Z, Y).\n'],
  ['R', 'f <- function(n) {\n  if (n <= 1) return(1)\n  n * f(n - 1)\n}\nprint(f(5))\n'],
  ['MATLAB', 'function y = f(x)\n% This is a function of the number.\ny = x.^2;\nend\n'],
  [
    'FORTRAN',
    'program hello\n  implicit none\n  integer :: i\n  do i = 1, 10\n    print *, i\n  end do\nend program hello\n',
  ],
  ['PASCAL', 'program Hello;\nvar\n  i: Integer;\nbegin\n  for i := 1 to 10 do\n    WriteLn(i);\nend.\n'],
  [
    'VHDL',
    'library ieee;\nuse ieee.std_logic_1164.all;\n\nentity a is\n  port (x : in std_logic; y : out std_logic);\nend a;\n',
  ],
  [
    'OCAML',
    '(* This is the function that you need *)\nlet rec fact n =\n  if n <= 1 then 1\n  else n * fact (n - 1)\n\nlet () = print_int (fact 5)\n',
  ],
  [
    'TCL',
    'proc fact {n} {\n  if {$n <= 1} { return 1 }\n  return [expr {$n * [fact [expr {$n - 1}]]}]\n}\nputs [fact 5]\n',
  ],
  ['SCHEME', '(define (fact n)\n  (if (<= n 1)\n      1\n      (* n (fact (- n 1)))))\n\n(display (fact 5))\n'],
  ['RACKET', '#lang racket\n(define (add a b)\n  (+ a b))\n'],
  [
    'VISUAL_BASIC',
    "' This is the function that you need.\nPublic Function Add(a As Integer, b As Integer) As Integer\n    Return a + b\nEnd Function\n",
  ],
  ['ZIG', 'const std = @import("std");\n\npub fn main() void {\n    std.debug.print("hi\\n", .{});\n}\n'],
  ['NIM', 'proc add(a, b: int): int =\n  a + b\n\necho add(1, 2)\n'],
  ['JULIA', 'function fact(n)\n    n <= 1 ? 1 : n * fact(n - 1)\nend\n\nprintln(fact(5))\n'],
  ['GRAPHQL', '"""\nThis is a user of the app.\n"""\ntype User {\n  id: ID!\n  name: String\n}\n'],
  ['GROOVY', 'def add(a, b) {\n    a + b\n}\nprintln add(1, 2)\n'],
  ['SOLIDITY', '// SPDX-License-Identifier: MIT\npragma solidity ^0.8.0;\n\ncontract C {\n    uint public x;\n}\n'],
  ['ADA', 'with Ada.Text_IO; use Ada.Text_IO;\nprocedure Hello is\nbegin\n   Put_Line ("Hello");\nend Hello;\n'],
  ['ELM', 'module Main exposing (main)\n\nimport Html exposing (text)\n\nmain =\n    text "Hello"\n'],
  ['MARKDOWN', '# Title\n\nThis is the text of a document that you can read.\n\n- a\n- b\n'],
  ['JSON', '{\n  "a": 1,\n  "b": [\n    2\n  ]\n}\n'],
  ['HTML', '<div class="a">\n  <p>\n    This is the text that you can read here, my friend.\n  </p>\n</div>\n'],
  ['VERILOG', 'module a(input x, output y);\n  assign y = ~x;\nendmodule\n'],
  ['LUA', 'local t = {}\nfor i = 1, 10 do\n  t[i] = i\nend\nprint(#t)\n'],
  ['AWK', 'BEGIN { FS = "," }\n{ sum += $2 }\nEND { print sum }\n'],
  ['PYTHON', 'print("hello")'],
  [
    'PYTHON',
    '"""Find a number.\n\nThis is the module that you need. It is fast.\n"""\nimport os\n\n\ndef f(a):\n    """Return the a, it is what you want."""\n    # this is a comment of the code that you can read\n    return a\n',
  ],
  ['PYTHON', 'from typing import List\n\nclass A:\n    x: int\n\n    def __init__(self):\n        self.x = 1\n'],
  ['C', 'int main(void)\n{\n    return 0;\n}\n'],
  [
    'BASH',
    '#!/usr/bin/env bash\nset -euo pipefail\n\nusage() {\n  cat <<EOT\nThis is how you can use it\nEOT\n}\nmkdir -p "$1"\ncd "$1"\n',
  ],
  ['SCALA', 'object Main extends App {\n  println("hi")\n}\n'],
  ['DART', 'void main() {\n  print("hi");\n}\n'],
  ['CRYSTAL', 'def add(a, b)\n  a + b\nend\n\nputs add(1, 2)\n'],
  ['FSHARP', 'let rec fact n =\n    if n <= 1 then 1 else n * fact (n - 1)\n\nprintfn "%d" (fact 5)\n'],
  ['HCL', 'resource "aws_s3_bucket" "b" {\n  bucket = "my-bucket"\n}\n'],
  [
    'OBJECTIVE_C',
    '#import <Foundation/Foundation.h>\n\nint main() {\n  @autoreleasepool {\n    NSLog(@"hi");\n  }\n  return 0;\n}\n',
  ],
  ['D', 'import std.stdio;\n\nvoid main() {\n    writeln("hi");\n}\n'],
];

const prose: Unfenced[] = [
  ['PYTHON', 'Complexity: O(log n)'],
  ['PYTHON', 'Use sorted(list) instead'],
  ['PYTHON', 'Answer: 42'],
  ['PYTHON', '1. Call foo()\n2. Call bar()'],
  ['PYTHON', '- Binary search\n- O(log n)\n- Sorted array'],
  ['PYTHON', 'Binary search\n\ndef f(a):\n    return a\n'],
  ['PYTHON', 'def f(a):\n    return a\n\nThis function returns the value that you give it.\n'],
  ['PYTHON', 'Here is how:\n\n    def f(a):\n        return a\n'],
  ['YAML', "I'm sorry, but I can't help with that."],
  ['YAML', 'Sorry: I cannot do this for you.'],
  ['MARKDOWN', "I'm sorry, but I can't help with that request."],
  ['COBOL', 'I cannot help with that.'],
  ['COBOL', 'I cannot do that.'],
  ['COBOL', 'Sorry, no.'],
  ['SQL', 'Select statements of that kind are not something I can write.'],
  ['SQL', 'With that request I cannot help you.'],
  ['PYTHON', 'Désolé, je ne peux pas vous aider avec cette demande.'],
  ['PYTHON', '抱歉，我无法满足该请求。'],
  ['PYTHON', 'Error: the instruction is unclear'],
  ['PYTHON', 'Unable to comply.'],
  ['PYTHON', 'No code available'],
  ['PYTHON', 'Please tell me:\n\n* which version of Python you use\n* what the input looks like\n'],
  ['JAVASCRIPT', 'The function `add(a, b)` returns `a + b`; call it with two numbers.'],
  ['HTML', 'I can not write this page; it is against the rules.'],
  ['ASSEMBLY', '   I cannot write this.'],
  ['MAKEFILE', 'Note: I cannot do it.'],
  ['MAKEFILE', 'Sorry: no'],
  ['HASKELL', 'I do not know.'],
  ['TOML', 'I do not know'],
  ['PYTHON', '> I am sorry, I cannot.'],
  ['PYTHON', '**Note:** this is not possible.'],
  ['PYTHON', 'This requires (1) a list, (2) a key; both are missing.'],
  ['BASH', 'cannot do that'],
  ['PYTHON', 'if you want this, ask again'],
  ['PYTHON', 'for example, sorting'],
  ['PYTHON', 'return to sender'],
  ['PYTHON', 'See https://example.com/a(b) for details'],
  ['PYTHON', 'x'],
  ['PYTHON', 'not possible'],
  ['PYTHON', '42'],
  ['C', 'Use int main() instead.'],
  ['PYTHON', '<thinks about it>'],
  ['JSON', 'I cannot.'],
  ['PYTHON', 'import duties are high'],
  ['PYTHON', 'set this aside'],
  ['PYTHON', 'when in doubt, ask'],
];

const answers =
  (kind: 'unfenced' | 'none') =>
  ([asked, answer]: Unfenced, index: number): ModelAnswer => ({
    title: `${kind === 'none' ? 'prose' : 'a program'} without a fence, ${asked} was asked for (${index + 1})`,
    names: languages[asked].fences,
    answer,
    code: kind === 'none' ? '' : answer,
    kind,
    complete: true,
  });

/** Answers without a fence: programs in many languages, and prose that resembles code more or less. */
export const unfencedAnswers: readonly ModelAnswer[] = [
  ...programs.map(answers('unfenced')),
  ...prose.map(answers('none')),
];
