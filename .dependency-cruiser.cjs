/**
 * Who may know whom. An import of a type counts like any other. `npm run check` holds the project to it, and
 * test/dependency-rules.test.ts holds the rules to what they are for.
 */
const rooms = ['schema', 'resolvers', 'functions', 'client', 'infra', 'test'];

/** Whoever lies below `from` may import of the project nothing but what lies below itself and `allowed`. */
function knowsOnly(name, comment, from, allowed) {
  const others = rooms.filter((room) => ![from, ...allowed].some((known) => known === room));
  return { name, comment, severity: 'error', from: { path: `^${from}/` }, to: { path: `^(${others.join('|')})/` } };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'Two files that need each other are one file, or both need a third: move what they share down to a leaf.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    knowsOnly('schema-knows-nobody', 'What can be asked does not depend on who answers.', 'schema', []),
    knowsOnly('client-knows-the-schema', 'The client is a package of its own.', 'client', ['schema']),
    knowsOnly('resolvers-know-no-host', 'The same resolvers run on AWS and on this machine.', 'resolvers', [
      'schema',
      'functions',
    ]),
    knowsOnly('functions-know-no-host', 'The same functions run on AWS and on this machine.', 'functions', ['schema']),
    {
      name: 'resolvers-know-of-functions-the-manifest-alone',
      comment: 'The code of a resolver and the code of a function never run in one place.',
      severity: 'error',
      from: { path: '^resolvers/' },
      to: { path: '^functions/', pathNot: '^functions/function-manifest\\.ts$' },
    },
    {
      name: 'hosts-do-not-know-each-other',
      comment: 'What both hosts need stands in infra/ itself, or in the room it is about.',
      severity: 'error',
      from: { path: '^infra/(aws|local)/' },
      to: { path: '^infra/(aws|local)/', pathNot: '^infra/$1/' },
    },
    {
      name: 'what-hosts-share-knows-none',
      severity: 'error',
      from: { path: '^infra/[^/]+$' },
      to: { path: '^infra/(aws|local)/' },
    },
    {
      name: 'the-command-line-alone-uses-the-client',
      comment: 'A host does not call itself through its client; what was deployed is tried as its callers use it.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/(local/command-line|deploy)/' },
      to: { path: '^client/' },
    },
    {
      name: 'nobody-knows-the-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    includeOnly: { path: `^(${rooms.join('|')})/` },
    exclude: { path: '^infra/local/cookbook/recipes/' },
  },
};
