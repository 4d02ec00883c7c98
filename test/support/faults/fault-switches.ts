import { setTimeout as sleep } from 'node:timers/promises';
import type { Talk } from '../fakes/bedrock-wire.ts';
import type { Faults } from './fault-proxy.ts';
import { begun, whole } from './model-talks.ts';
import type { Chance } from './seeded-chance.ts';

/** What can be wrong with a part that is reached over HTTP. */
const ways = ['fails', 'is slow', 'loses answers', 'cuts answers', 'hears twice'] as const;
/** What can be wrong with a model. */
const manners = ['refuses', 'is busy', 'breaks off', 'hangs', 'says prose'] as const;
const names = [
  'the worker crashes',
  'events come twice',
  ...manners.map((manner) => `the model ${manner}` as const),
  ...ways.flatMap((way) => [`the API ${way}`, `the store ${way}`] as const),
] as const;
export type SwitchedFault = (typeof names)[number];

/** Faults that are switched on and off while a host runs. While one is on, it befalls every third call. */
export interface FaultSwitches {
  /** Switches one of them, by chance. @returns what is on now */
  flip(): ReadonlySet<SwitchedFault>;
  allOff(): void;
  isOn(name: SwitchedFault): boolean;
  faultsOf(part: 'API' | 'store'): Faults;
  talk(): Talk;
}

const MOST_AT_ONCE = 3;

export function createFaultSwitches(chance: Chance): FaultSwitches {
  const on = new Set<SwitchedFault>();
  const strikes = (name: SwitchedFault): boolean => on.has(name) && chance.below(3) === 0;
  const talks: Record<(typeof manners)[number], () => Talk> = {
    refuses: () => ({ status: 403, error: 'AccessDeniedException' }),
    'is busy': () => ({ status: 503, error: 'ServiceUnavailableException' }),
    'breaks off': () => [...begun, 'cut'],
    hangs: () => [...begun, 'hang'],
    'says prose': () => [{ text: 'I would rather not.' }, { stop: 'end_turn' }],
  };
  return {
    flip() {
      const name = chance.pick(names);
      if (!on.delete(name)) on.add(name);
      const [oldest] = on;
      if (on.size > MOST_AT_ONCE && oldest) on.delete(oldest);
      return on;
    },
    allOff: () => on.clear(),
    isOn: (name) => on.has(name),
    faultsOf: (part) => ({
      async before() {
        if (strikes(`the ${part} is slow`)) await sleep(chance.below(2_000));
        return strikes(`the ${part} fails`) ? 503 : undefined;
      },
      after() {
        if (strikes(`the ${part} loses answers`)) return 'lose';
        return strikes(`the ${part} cuts answers`) ? 'cut' : undefined;
      },
      again: () => (strikes(`the ${part} hears twice`) ? chance.pick(['at once', 'in a row']) : undefined),
    }),
    talk() {
      const manner = manners.find((it) => strikes(`the model ${it}`));
      return manner ? talks[manner]() : whole;
    },
  };
}
