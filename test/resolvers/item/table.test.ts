import { describe, expect, it } from 'vitest';
import recorded from '../../support/recorded/table-0.2.0.json' with { type: 'json' };
import type { TableLayout } from '../../support/template/table-layout.ts';
import { layoutFaults, layoutNow } from '../../support/template/table-layout.ts';

const { byOwnerV2, byOwnerAndLanguageV2, byParentV2 } = recorded.indexes;
const next = { ...byOwnerV2, projected: ['shown', 'tags'] };

describe('the layout of the table', () => {
  it('can be deployed over that of 0.2.0', () => {
    expect(layoutFaults(recorded, layoutNow())).toEqual([]);
  });

  const changes: Record<string, { now: TableLayout; faults: RegExp[] }> = {
    'another projection under the same name': {
      now: { ...recorded, indexes: { byOwnerAndLanguageV2, byParentV2, byOwnerV2: next } },
      faults: [
        /^The index byOwnerV2 changed under its name\. .* two deployments: in the first add the index under its/,
      ],
    },
    'another key under the same name': {
      now: { ...recorded, indexes: { byOwnerV2, byOwnerAndLanguageV2, byParentV2: { ...byParentV2, sort: 'id' } } },
      faults: [/^The index byParentV2 changed under its name\./],
    },
    'a new version in place of the old one': {
      now: { ...recorded, indexes: { byOwnerAndLanguageV2, byParentV2, byOwnerV3: next } as TableLayout['indexes'] },
      faults: [/^2 indexes came or went at once\./],
    },
    'another key of the table': { now: { ...recorded, key: 'snippet' }, faults: [/^The key of the table changed/] },
    'a new version beside the old one': {
      now: { ...recorded, indexes: { ...recorded.indexes, byOwnerV3: next } as TableLayout['indexes'] },
      faults: [],
    },
    'one index less': { now: { ...recorded, indexes: { byOwnerV2, byOwnerAndLanguageV2 } }, faults: [] },
  };

  it.each(Object.entries(changes))('says of %s what it takes', (_name, { now, faults }) => {
    expect(layoutFaults(recorded, now)).toEqual(faults.map((fault) => expect.stringMatching(fault)));
  });
});
