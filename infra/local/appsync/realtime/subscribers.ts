import { appSync } from '../../../../schema/limits/appsync-limits-and-keep-alive.ts';
import type { PreparedSubscription } from '../execution/appsync-api.ts';
import type { Publication } from './publication.ts';
import type { EventTest } from './subscription-filter.ts';
import { eventTest } from './subscription-filter.ts';

/** The subscribers of each subscription field. */
export interface Subscribers {
  /** @throws Error the subscription's filter is none */
  add(connection: string, id: string, subscription: PreparedSubscription, send: (text: string) => void): void;
  remove(connection: string, id: string): void;
  removeConnection(connection: string): void;
  /** Sends an event to everyone whose filter lets it pass. */
  publish(publication: Publication): void;
}

interface Subscriber {
  readonly subscription: PreparedSubscription;
  readonly wants: EventTest;
  /** The frame up to its payload, which alone differs between those who render alike. */
  readonly head: string;
  readonly send: (text: string) => void;
}

export function createSubscribers({ warn }: { warn: (line: string) => void }): Subscribers {
  const byField = new Map<string, Map<string, Subscriber>>();
  const fieldsOf = new Map<string, Map<string, string>>();
  const keyOf = (connection: string, id: string): string => `${connection} ${id}`;

  const remove = (connection: string, id: string): void => {
    const field = fieldsOf.get(connection)?.get(id);
    if (field === undefined) return;
    fieldsOf.get(connection)?.delete(id);
    byField.get(field)?.delete(keyOf(connection, id));
  };
  return {
    add(connection, id, subscription, send) {
      const { field, filter, args } = subscription;
      const wants = eventTest(filter, args);
      const head = `{"id":${JSON.stringify(id)},"type":"data","payload":`;
      const listeners = byField.get(field) ?? new Map<string, Subscriber>();
      byField.set(field, listeners.set(keyOf(connection, id), { subscription, wants, head, send }));
      const ids = fieldsOf.get(connection) ?? new Map<string, string>();
      fieldsOf.set(connection, ids.set(id, field));
    },
    remove,
    removeConnection(connection) {
      for (const id of [...(fieldsOf.get(connection)?.keys() ?? [])]) remove(connection, id);
      fieldsOf.delete(connection);
    },
    publish({ field, value }) {
      const rendered = new Map<string, string | undefined>();
      for (const { subscription, wants, head, send } of byField.get(field)?.values() ?? []) {
        if (!wants(value)) continue;
        const { groupKey } = subscription;
        if (!rendered.has(groupKey)) rendered.set(groupKey, payloadOf(subscription, value, warn));
        const payload = rendered.get(groupKey);
        if (payload !== undefined) send(`${head}${payload}}`);
      }
    },
  };
}

function payloadOf(
  { field, render }: PreparedSubscription,
  value: Record<string, unknown>,
  warn: (line: string) => void,
): string | undefined {
  const rendered = render(value);
  const payload = rendered && JSON.stringify(rendered);
  if (payload !== undefined && Buffer.byteLength(payload) <= appSync.eventBytes) return payload;
  warn(`An event of ${field} is longer than ${appSync.eventBytes} bytes and was dropped.`);
  return undefined;
}
