import { describe, expect, it } from 'vitest';
import { createSyntaxCheck } from '../../../functions/check-syntax/check-syntax.ts';
import { knownWording } from '../../../functions/check-syntax/known-wording.ts';
import { packagesFolder } from '../../../infra/packages-folder.ts';
import type { Language } from '../../../schema/types.generated.ts';

const check = createSyntaxCheck(packagesFolder);

/** Code that is right, of which the grammar alone says that it is not. */
const right: readonly (readonly [Language, grammar: string, code: string])[] = [
  ['BASH', 'bash', 'shopt -s extglob\nrm -f !(keep|*.txt)\ncase $1 in *.@(jpg|png)) echo image ;; esac\n'],
  ['BASH', 'bash', '[[ $cur == @(*/|[.~])* ]] && echo path\n'],
  ['C', 'c', '#ifdef __cplusplus\nextern "C" {\n#endif\nint f(void);\n#ifdef __cplusplus\n}\n#endif\n'],
  [
    'C',
    'c',
    'int f(int x) {\n#if defined(A)\n  if (x) {\n#elif B\n  if (x > 1) {\n#else\n  if (x > 2) {\n#endif\n    return 1;\n  }\n  return 0;\n}\n',
  ],
  ['C', 'c', '_Thread_local int x;\n'],
  ['C', 'c', 'static _Atomic(int) x, y;\n'],
  ['CPP', 'cpp', 'template <typename... Ts> struct overloaded : Ts... { using Ts::operator()...; };\n'],
  ['CPP', 'cpp', 'constexpr int f() { if consteval { return 1; } else { return 2; } }\n'],
  ['CPP', 'cpp', 'void f() { (p->*q)(); }\n'],
  ['CPP', 'cpp', 'void f() { switch (x) { case 1 ... 3: break; } }\n'],
  ['CPP', 'cpp', 'P p{.x = 1, .y{2}};\n'],
  ['CPP', 'cpp', 'class A : public QObject {\n  Q_OBJECT\nsignals:\n  void a();\npublic slots:\n  void b();\n};\n'],
  ['CPP', 'cpp', 'template <class... Ts> using First = Ts...[0];\n'],
  ['CSHARP', 'c-sharp', 'Func<int[]> f = () => [];\nvar x = y switch { 1 => [1], _ => [] };\nF([]);\nreturn [];\n'],
  ['CSHARP', 'c-sharp', 'class A<T> where T : struct, allows ref struct { }\n'],
  ['CSHARP', 'c-sharp', 'static class E { extension(string s) { public bool IsEmpty => s.Length == 0; } }\n'],
  ['JAVA', 'java', 'import module java.base;\nclass A {}\n'],
  ['JAVA', 'java', 'class A extends B { A(int x) { if (x < 0) throw new X(); super(x); } }\n'],
  ['PHP', 'php', '#!/usr/bin/env php\n<?php\necho 1;\n'],
  ['SWIFT', 'swift', 'let raw = #"raw \\n "quoted""#\n'],
  ['SWIFT', 'swift', 'let raw = #"""\na "b"\n"""#\n'],
  ['SWIFT', 'swift', '#Preview("Dark") {\n  ContentView()\n}\n@Test func f() { #expect(a == b) }\n'],
  ['SWIFT', 'swift', 'func f() throws(MyError) -> Int { 1 }\n'],
  ['SWIFT', 'swift', 'func f(_ x: borrowing T, y: consuming T) { }\n'],
  ['SWIFT', 'swift', 'struct A: ~Copyable { }\n'],
  ['SWIFT', 'swift', 'struct A { nonisolated(unsafe) static let x = 1 }\n'],
  ['SWIFT', 'swift', 'func f<each T>(_ x: repeat each T) { }\n'],
];

describe('what a grammar does not know', () => {
  it.each(right)('of %s is right all the same (%s): %j', async (language, grammar, code) => {
    expect(await check.check(language, code)).toEqual({ state: 'PASSED', faults: [] });
    expect(knownWording(code, grammar)).not.toBeNull();
  });

  it.each(right)('of %s is said in as many characters (%s): %j', (_language, grammar, code) => {
    const lengths = (text: string | null): number[] | undefined => text?.split('\n').map(({ length }) => length);
    expect(lengths(knownWording(code, grammar))).toEqual(lengths(code));
  });

  it('hides no fault beside it, and leaves that where it is', async () => {
    const code = 'shopt -s extglob\nrm -f !(keep)\necho )\necho 2\n';
    const { state, faults } = await check.check('BASH', code);
    expect([state, faults[0]?.line]).toEqual(['FAULTY', 3]);
  });

  it('is nothing where the code has nothing of it', () => {
    expect(knownWording('echo 1\n', 'bash')).toBeNull();
    expect(knownWording('print(1)\n', 'python')).toBeNull();
  });
});
