/** The kind of a setting: a description of its allowed values, and a function that reads one. */
export interface Kind<Value> {
  readonly allowed: string;
  /**
   * Undefined for a text that is not allowed.
   * @throws NotAllowed when only a part of the text is at fault, or more can be said of it
   */
  read(text: string): Value | undefined;
}

/** Names the wrong part of a setting, and what is allowed in its place. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
  readonly given: string;
  readonly allowed: string;

  constructor(given: string, allowed: string) {
    super(`"${given}" is not allowed; allowed is ${allowed}.`);
    this.given = given;
    this.allowed = allowed;
  }
}

/** A setting whose value cannot be used; the message names the setting, the value and what is allowed. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';

  constructor(setting: string, given: string, allowed: string) {
    super(`The setting ${setting} is "${given}"; allowed is ${allowed}.`);
  }
}

/** Reads the settings of a deployment one by one. */
export class Settings {
  readonly #given: Readonly<Record<string, unknown>>;
  readonly #names = new Set<string>();

  constructor(given: Readonly<Record<string, unknown>>) {
    this.#given = given;
  }

  /**
   * The value of a setting, given as a text or as what JSON has for it; `otherwise` when it was not given.
   * @throws WrongSetting
   */
  read<Value, Otherwise>(name: string, kind: Kind<Value>, otherwise: Otherwise): Value | Otherwise {
    this.#names.add(name);
    const value = this.#given[name];
    if (value === undefined || value === null) return otherwise;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    const read = readBy(kind, name, text);
    if (read === undefined) throw new WrongSetting(name, text, kind.allowed);
    return read;
  }

  /**
   * Refuses a name that was not read, as one misspelt; names with a colon, a slash or a dash are the CDK's own.
   * @throws WrongSetting
   */
  refuseOthers(): void {
    const names = [...this.#names];
    const other = Object.keys(this.#given).find((name) => /^\w+$/.test(name) && !this.#names.has(name));
    if (other) throw new WrongSetting(other, String(this.#given[other]), `one of the settings ${names.join(', ')}`);
  }
}

function readBy<Value>(kind: Kind<Value>, name: string, text: string): Value | undefined {
  try {
    return kind.read(text);
  } catch (error) {
    throw error instanceof NotAllowed ? new WrongSetting(name, error.given, error.allowed) : error;
  }
}

export function oneOf<const Value extends string | number>(values: readonly Value[]): Kind<Value> {
  return {
    allowed: `one of ${values.join(', ')}`,
    read: (text) => values.find((value) => String(value) === text),
  };
}

export const trueOrFalse: Kind<boolean> = {
  allowed: 'true or false',
  read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
};

export function wholeNumber(least: number, most: number): Kind<number> {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    read: (text) => (/^\d{1,9}$/.test(text) && +text >= least && +text <= most ? +text : undefined),
  };
}

export function textLike(pattern: RegExp, allowed: string): Kind<string> {
  return { allowed, read: (text) => (pattern.test(text) ? text : undefined) };
}
