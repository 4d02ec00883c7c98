const never = (selector, what) => ({ selector, message: `APPSYNC_JS has no ${what}.` });

/** AppSync ends `earlyReturn(null)` in an error (https://github.com/aws/aws-appsync-community/issues/280). */
const emptyEarlyReturn = {
  selector: 'CallExpression[callee.property.name="earlyReturn"]:not([arguments.0.type="ObjectExpression"])',
  message: 'runtime.earlyReturn takes an object written out, as in earlyReturn({}): AppSync ends a null in an error.',
};

/** Rules for what APPSYNC_JS lacks and `@aws-appsync/eslint-plugin` lets pass, for source and bundle. */
export const appsyncLanguage = {
  'no-restricted-syntax': [
    'error',
    emptyEarlyReturn,
    never('ThrowStatement', 'throw; end the handler with util.error'),
    never('NewExpression', 'constructors'),
    never('ClassExpression', 'classes'),
    never('ForInStatement', 'for-in here; walk Object.keys'),
    never('Literal[regex]', 'regular expression literals'),
    never('ImportExpression', 'dynamic imports'),
    never('CallExpression[callee.property.name="sort"][arguments.length>0]', 'comparator for sort'),
    never(
      'CallExpression[callee.property.name=/^(includes|match|matchAll|substring|substr|padStart|padEnd|repeat|at)$/]',
      'such method for sure',
    ),
  ],
  'no-restricted-globals': [
    'error',
    ...['Date', 'Map', 'Set', 'WeakMap', 'Symbol', 'BigInt', 'Promise', 'Proxy', 'Reflect', 'RegExp', 'Intl'],
    ...['Number', 'String', 'Boolean', 'parseInt', 'parseFloat', 'structuredClone', 'queueMicrotask'],
    ...['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'process', 'require', 'Buffer', 'globalThis', 'crypto'],
    ...['TextEncoder', 'TextDecoder', 'URL', 'atob', 'btoa', 'eval', 'Function'],
  ].map((entry, index) => (index === 0 ? entry : { name: entry, message: 'APPSYNC_JS does not have it.' })),
};
