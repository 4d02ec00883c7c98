import fc from 'fast-check';

/** A query that nobody sends for its answer: fragments upon fragments, aliases, deep nesting, repetition. */
export const hostileQuery: fc.Arbitrary<string> = fc
  .record({
    root: fc.constantFrom('query', 'mutation', 'subscription'),
    roots: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 400 })),
    fragments: fc.array(
      fc.record({
        /** How often the next fragment is spread, as it stands. */
        spreads: fc.integer({ min: 1, max: 4 }),
        /** Below how many aliases the next fragment is spread. */
        aliases: fc.integer({ min: 0, max: 6 }),
        below: fc.constantFrom('parent', 'refinements(limit: 100) { items', 'failure'),
        leaves: fc.integer({ min: 0, max: 40 }),
        leaf: fc.constantFrom('code', 'id', 'downloadUrl', 'instruction', '__typename'),
      }),
      { maxLength: 40 },
    ),
    nesting: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 60 }), fc.constant(6_000)),
    introspection: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 200 })),
    variables: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 300 })),
  })
  .map(({ root, roots, fragments, nesting, introspection, variables }) => {
    const texts = fragments.map(({ spreads, aliases, below, leaves, leaf }, index) => {
      const next = index + 1 < fragments.length ? `...F${index + 1}` : 'id';
      const close = below.includes('{') ? '} }' : '}';
      const inner = below === 'failure' ? 'message' : next;
      return `fragment F${index} on Snippet { id ${`${next} `.repeat(spreads)}
        ${series(aliases, (n) => `a${index}_${n}: ${below} { ${inner} ${close}`)} ${series(leaves, (n) => `l${index}_${n}: ${leaf}`)} }`;
    });
    const selection = fragments.length > 0 ? '...F0' : 'id';
    const deep = nesting > 0 ? `${'parent { '.repeat(nesting)}id${' }'.repeat(nesting)}` : '';
    const declared = variables > 0 ? `(${series(variables, (n) => `$v${n}: Boolean = true`)})` : '';
    const included = series(variables, (n) => `id @include(if: $v${n})`);
    const fields: Record<string, (n: number) => string> = {
      query: (n) => `r${n}: snippets(limit: 100) { items { ${selection} ${deep} ${included} } }`,
      mutation: (n) => `r${n}: cancelSnippet(id: "${n}") { ${selection} ${deep} ${included} }`,
      subscription: () => `onSnippetCompleted { ${selection} ${deep} ${included} }`,
    };
    const asked = root === 'subscription' ? 1 : roots;
    const schema = series(
      root === 'query' ? introspection : 0,
      (n) => `s${n}: __schema { types { fields { type { fields { args { name } } } } } }`,
    );
    return `${root}${declared} { ${series(asked, (n) => fields[root]?.(n) ?? '')} ${schema} } ${texts.join(' ')}`;
  });

/** `count` texts with spaces between. */
export function series(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}
