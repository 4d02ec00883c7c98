/** A behaviour of AppSync that no record settles: what it answers is not known, so nothing may depend on it. */
interface Unsettled {
  /** What this host answers unless it is told otherwise. */
  readonly usual: string;
  /** What it answers in the unkind runtime. */
  readonly other: string;
  /** Whether `npm run check:aws` would tell which of the two it is. */
  readonly settledByCheck: boolean;
}

/**
 * Every behaviour of the resolvers' runtime that nobody has recorded, with both answers. `README.md` beside this file says
 * what is known of each, and the tests run the API once with all of the usual answers and once with all of the others.
 */
export const unsettled = {
  'null and undefined': {
    usual: '`null === undefined` is false.',
    other: '`===` and `!==` take null and undefined as the same.',
    settledByCheck: true,
  },
  'JSON of a bare scalar': {
    usual: '`JSON.parse` reads a text, a number, true, false and null that stand alone.',
    other: '`JSON.parse` reads only an object or a list; anything else gives an empty text, as bad JSON does.',
    settledByCheck: true,
  },
  'built-ins that are not listed': {
    usual: "`String.prototype.substring`, which AWS's own samples call, is there.",
    other: 'It is missing, as it is in the list of what is supported.',
    settledByCheck: true,
  },
  'order of keys': {
    usual: 'The keys of an object come in the order in which they were written.',
    other: 'They come in the reverse order, from outside and out of `Object.keys` and `JSON.stringify`.',
    settledByCheck: true,
  },
  'undefined attributes': {
    usual: '`util.dynamodb.toMapValues` leaves out a property that is undefined.',
    other: 'It makes it an attribute of the type NULL.',
    settledByCheck: true,
  },
  'early return of a scalar': {
    usual: '`runtime.earlyReturn` takes a text, a number or a boolean.',
    other: 'It takes only an object or a list; anything else ends in the error that null ends in.',
    settledByCheck: true,
  },
  'early return of a unit resolver': {
    usual: 'The response handler is not called.',
    other: 'The response handler is called, with the value that was returned early as `ctx.result`.',
    settledByCheck: false,
  },
  'null in the stash': {
    usual: 'The next handler finds a key of the stash that holds null.',
    other: 'The next handler does not find it.',
    settledByCheck: true,
  },
  'absent result': {
    usual: '`ctx.result` and `ctx.prev.result` are null when there is none.',
    other: 'They are undefined, and `ctx.prev` is an object before the first step too.',
    settledByCheck: false,
  },
  'absent error': {
    usual: '`ctx.error` is undefined when nothing failed.',
    other: '`ctx.error` is null.',
    settledByCheck: false,
  },
  'more of an error': {
    usual: '`ctx.error` has the keys `type` and `message` alone.',
    other: '`ctx.error` has the keys `data`, `errorInfo` and `unhandledErrorType` too.',
    settledByCheck: false,
  },
  'absent source': {
    usual: '`ctx.source` of a root field is null.',
    other: '`ctx.source` of a root field is an empty object.',
    settledByCheck: false,
  },
  'absent identity': {
    usual: '`ctx.identity` of a call with the API key is null.',
    other: '`ctx.identity` of a call with the API key is an empty object.',
    settledByCheck: false,
  },
  'variable that is not supplied': {
    usual: 'A nullable argument that is given by it is null.',
    other: 'The argument is absent.',
    settledByCheck: false,
  },
  'argument that is not written': {
    usual: 'It is absent, in input objects too.',
    other: 'It is null, in input objects too.',
    settledByCheck: false,
  },
  'item of a refused condition': {
    usual: '`ctx.result` is null when a condition did not hold.',
    other: '`ctx.result` is the item as it is stored.',
    settledByCheck: false,
  },
  'result of a put and a deletion': {
    usual: '`ctx.result` is the item that was put, or deleted.',
    other: '`ctx.result` is null.',
    settledByCheck: false,
  },
  'null in a subscription filter': {
    usual: 'A filter whose value is null asks for null.',
    other: 'The subscription is refused.',
    settledByCheck: false,
  },
} as const satisfies Record<string, Unsettled>;

export type UnsettledName = keyof typeof unsettled;

/** The behaviours for which a runtime gives the other answer. */
export type OtherAnswers = ReadonlySet<UnsettledName>;

/** The runtime as this host has it. */
export const kind: OtherAnswers = new Set();

/** The runtime that answers otherwise wherever it may: a test-only mode, so that nothing leans on a guess. */
export const unkind: OtherAnswers = new Set(Object.keys(unsettled) as UnsettledName[]);
