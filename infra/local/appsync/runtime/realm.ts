import vm from 'node:vm';
import { javaRegex, javaReplacement } from './java-regex.ts';
import type { OtherAnswers } from './unsettled.ts';

/** The one kept context in which all resolver code runs, and the ways in and out of it. */
export interface Realm {
  context: vm.Context;
  /** A deep copy made of the realm's own objects, or of the host's. Keeps what JSON keeps; undefined becomes null. */
  enter(value: unknown): unknown;
  leave(value: unknown): unknown;
  /** An empty object of the realm. */
  object(): Record<string, unknown>;
  /** Runs module code, whose CommonJS prelude needs an `Object` with all its members. */
  whileLoading<T>(load: () => T): T;
}

interface Makers {
  object(): Record<string, unknown>;
  array(): unknown[];
}

interface Intrinsics {
  Object: ObjectConstructor;
  Array: ArrayConstructor;
  String: StringConstructor;
  Number: NumberConstructor;
  Math: Math;
  JSON: JSON;
  make: Makers;
}

const globals = ['Object', 'Array', 'String', 'Number', 'Math', 'JSON', 'console', 'NaN', 'Infinity', 'undefined'];
const objectMembers = ['assign', 'entries', 'hasOwn', 'keys', 'values'];
const mathMembers = ['random', 'min', 'max', 'round', 'floor', 'ceil'];
const numberMembers = ['isFinite', 'isNaN'];
const stringMethods =
  'constructor toString valueOf length charAt concat endsWith indexOf lastIndexOf replace replaceAll slice split startsWith toLowerCase toUpperCase trim trimEnd trimStart';
const arrayMethods =
  'constructor toString length concat fill flat indexOf join lastIndexOf pop push reverse shift slice sort splice unshift forEach map flatMap filter reduce reduceRight find some every findIndex findLast findLastIndex';

/**
 * A realm with the built-ins that AWS lists as supported by APPSYNC_JS
 * (https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html), and `substring`, which AWS's own samples
 * call (https://github.com/aws-samples/aws-appsync-resolver-samples), so that code which needs more fails here too.
 */
export function createRealm(additions: Record<string, unknown>, other: OtherAnswers): Realm {
  const context = vm.createContext(undefined, { codeGeneration: { strings: false, wasm: false } });
  const own = vm.runInContext(
    '({ Object, Array, String, Number, Math, JSON, make: { object: () => ({}), array: () => [] } })',
    context,
  ) as Intrinsics;
  const unlisted = other.has('built-ins that are not listed') ? [] : ['substring'];
  keepOnly(own.String.prototype, [...stringMethods.split(' '), ...unlisted]);
  keepOnly(own.Array.prototype, arrayMethods.split(' '));
  keepOnly(own.Number.prototype, ['constructor', 'toString', 'valueOf']);
  defineAs(own.String.prototype, 'replace', replacing(false));
  defineAs(own.String.prototype, 'replaceAll', replacing(true));
  defineAs(own.Array.prototype, 'sort', sortingFrom(own.Array.prototype.sort));
  defineAs(own.JSON, 'parse', parsingFrom(own.JSON.parse, other.has('JSON of a bare scalar')));
  const isReversed = other.has('order of keys');
  if (isReversed) reverseKeys(own);

  const global = vm.runInContext('globalThis', context) as Record<string, unknown>;
  keepOnly(global, globals);
  const limited = pick(own.Object, objectMembers);
  Object.assign(global, {
    Object: limited,
    Math: pick(own.Math, mathMembers),
    Number: pick(own.Number, numberMembers),
    String: pick(own.String, ['raw']),
    Array: {},
    ...additions,
  });
  return {
    context,
    enter: (value) => copy(isReversed ? withKeysReversed(value) : value, own.make),
    leave: (value) => copy(value, host),
    object: own.make.object,
    whileLoading(load) {
      global.Object = own.Object;
      try {
        return load();
      } finally {
        global.Object = limited;
      }
    },
  };
}

const host: Makers = { object: () => ({}), array: () => [] };

function copy(value: unknown, make: Makers): unknown {
  if (value === undefined || typeof value === 'function') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = make.array();
    for (const item of value) list.push(copy(item, make));
    return list;
  }
  const object = make.object();
  const from = value as Record<string, unknown>;
  for (const key of Object.keys(from)) {
    const item = from[key];
    if (item === undefined || typeof item === 'function') continue;
    if (key === '__proto__') defineAs(object, key, copy(item, make), true);
    else object[key] = copy(item, make);
  }
  return object;
}

function keepOnly(object: object, names: readonly string[]): void {
  for (const name of Object.getOwnPropertyNames(object)) {
    if (!names.includes(name)) Reflect.deleteProperty(object, name);
  }
}

function pick(object: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(object, name)]));
}

function defineAs(object: object, name: string, value: unknown, enumerable = false): void {
  Object.defineProperty(object, name, { value, enumerable, writable: true, configurable: true });
}

/** A pattern is a Java regular expression, although it is a string. */
function replacing(all: boolean) {
  return function (this: string, pattern: string, replacement: string): string {
    return this.replace(javaRegex(pattern, all ? 'g' : ''), javaReplacement(replacement));
  };
}

function sortingFrom(sort: (this: unknown[]) => unknown[]) {
  return function (this: unknown[], ...comparators: unknown[]): unknown[] {
    if (comparators.length > 0) throw new TypeError('Array.prototype.sort takes no comparator in APPSYNC_JS.');
    return sort.call(this);
  };
}

/** Text that is no JSON gives an empty string, no error. */
function parsingFrom(parse: (text: string) => unknown, refusesScalars: boolean) {
  return (text: string): unknown => {
    try {
      const parsed = parse(text);
      return refusesScalars && (typeof parsed !== 'object' || parsed === null) ? '' : parsed;
    } catch {
      return '';
    }
  };
}

/** Makes the built-ins tell the keys of an object the other way round. */
function reverseKeys({ Object: object, JSON: json }: Intrinsics): void {
  const { keys, values, entries } = object;
  const { stringify } = json;
  defineAs(object, 'keys', (map: object) => keys(map).reverse());
  defineAs(object, 'values', (map: object) => values(map).reverse());
  defineAs(object, 'entries', (map: object) => entries(map).reverse());
  defineAs(json, 'stringify', (value: unknown) => stringify(withKeysReversed(value)));
}

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, withKeysReversed(item)]),
  );
}
