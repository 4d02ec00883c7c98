import { describe, expect, it } from 'vitest';
import type { PreparedSubscription } from '../../../../../infra/local/appsync/execution/appsync-api.ts';
import { createSubscribers } from '../../../../../infra/local/appsync/realtime/subscribers.ts';

function subscription(parts: Partial<PreparedSubscription> = {}): PreparedSubscription {
  return {
    field: 'onPut',
    args: {},
    filter: null,
    groupKey: 'same',
    render: (value) => ({ data: { onPut: value } }),
    ...parts,
  };
}

describe('the subscribers of a host', () => {
  const listening = () => {
    const warnings: string[] = [];
    const heard: Record<string, unknown[]> = {};
    const subscribers = createSubscribers({ warn: (line) => void warnings.push(line) });
    const hear = (name: string) => (text: string) => void (heard[name] ??= []).push(JSON.parse(text));
    return { subscribers, warnings, heard, hear };
  };

  it('each get an event once, as a frame of their own', () => {
    const { subscribers, heard, hear } = listening();
    for (let n = 0; n < 1_000; n += 1) {
      subscribers.add(`connection ${n % 100}`, `id-${n}`, subscription(), hear(`id-${n}`));
    }
    subscribers.publish({ field: 'onPut', value: { id: '1' } });
    expect(Object.keys(heard)).toHaveLength(1_000);
    for (const [id, frames] of Object.entries(heard)) {
      expect(frames).toEqual([{ id, type: 'data', payload: { data: { onPut: { id: '1' } } } }]);
    }
  });

  it('who ask the same are rendered for once', () => {
    const { subscribers, heard, hear } = listening();
    let rendered = 0;
    const counted = (groupKey: string) =>
      subscription({
        groupKey,
        render: () => {
          rendered += 1;
          return { data: { onPut: groupKey } };
        },
      });
    for (const [name, key] of [
      ['a', 'x'],
      ['b', 'x'],
      ['c', 'y'],
    ] as const) {
      subscribers.add('one', name, counted(key), hear(name));
    }
    subscribers.publish({ field: 'onPut', value: {} });
    expect(rendered).toBe(2);
    expect(heard).toMatchObject({
      a: [{ payload: { data: { onPut: 'x' } } }],
      b: [{ payload: { data: { onPut: 'x' } } }],
      c: [{ payload: { data: { onPut: 'y' } } }],
    });
  });

  it('hear only what their field, filter and arguments let pass', () => {
    const { subscribers, heard, hear } = listening();
    const mine = { filterGroup: [{ filters: [{ fieldName: 'owner', operator: 'eq', value: 'me' }] }] };
    subscribers.add('one', 'mine', subscription({ filter: mine }), hear('mine'));
    subscribers.add('one', 'red', subscription({ args: { kind: 'RED' } }), hear('red'));
    subscribers.add('one', 'other', subscription({ field: 'onOther' }), hear('other'));
    subscribers.publish({ field: 'onPut', value: { owner: 'them', kind: 'RED' } });
    subscribers.publish({ field: 'onPut', value: { owner: 'me', kind: 'BLUE' } });
    subscribers.publish({ field: 'onNobody', value: {} });
    expect(heard).toEqual({
      red: [{ id: 'red', type: 'data', payload: { data: { onPut: { owner: 'them', kind: 'RED' } } } }],
      mine: [{ id: 'mine', type: 'data', payload: { data: { onPut: { owner: 'me', kind: 'BLUE' } } } }],
    });
  });

  it('hear nothing more once removed, alone or with their connection', () => {
    const { subscribers, heard, hear } = listening();
    for (const [connection, id] of [
      ['one', 'a'],
      ['one', 'b'],
      ['two', 'a'],
    ] as const) {
      subscribers.add(connection, id, subscription(), hear(`${connection} ${id}`));
    }
    subscribers.remove('one', 'a');
    subscribers.remove('one', 'unknown');
    subscribers.publish({ field: 'onPut', value: {} });
    subscribers.removeConnection('one');
    subscribers.publish({ field: 'onPut', value: {} });
    expect(Object.fromEntries(Object.entries(heard).map(([name, frames]) => [name, frames.length]))).toEqual({
      'one b': 1,
      'two a': 2,
    });
  });

  it('are not sent an event over 240 KB, which is told once', () => {
    const { subscribers, warnings, heard, hear } = listening();
    subscribers.add('one', 'a', subscription(), hear('a'));
    subscribers.add('one', 'b', subscription(), hear('b'));
    const frame = JSON.stringify({ data: { onPut: { text: '' } } }).length;
    const fits = 'x'.repeat(240 * 1024 - frame);
    subscribers.publish({ field: 'onPut', value: { text: `${fits}x` } });
    expect(heard).toEqual({});
    expect(warnings).toEqual(['An event of onPut is longer than 245760 bytes and was dropped.']);
    subscribers.publish({ field: 'onPut', value: { text: fits } });
    expect(Object.keys(heard)).toEqual(['a', 'b']);
  });

  it('are refused with a filter that is none', () => {
    const { subscribers } = listening();
    const filter = { filterGroup: [{ filters: [{ fieldName: 'id', operator: 'is', value: 1 }] }] };
    expect(() => subscribers.add('one', 'a', subscription({ filter }), () => undefined)).toThrow('the operator is;');
  });
});
