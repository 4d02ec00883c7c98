import dynalite from 'dynalite/db/index.js';
import type { Store } from 'dynalite/db/index.js';
import { makeFolder } from '../data-folder/make-folder.ts';
import { closeStreams } from './closing-streams.ts';
import type { DynamodbAnswer } from './dynalite-operations.ts';
import { runOperation } from './dynalite-operations.ts';
import { quicken } from './quick-store.ts';
import { readStoreDamage } from './store-damage.ts';

const READS = ['BatchGetItem', 'DescribeTable', 'GetItem', 'Query', 'Scan'];

/** A DynamoDB of this process over a folder. */
export interface EmbeddedDynamodb {
  /** What was lost of the store when it was opened, see {@link readStoreDamage}. */
  readonly damage: readonly string[];
  /** One call of DynamoDB's JSON protocol; a store that fails answers 500 `InternalServerError`. */
  call(operation: string, input: unknown): Promise<DynamodbAnswer>;
  close(): Promise<void>;
}

/**
 * Opens the store. After a write that failed it is closed, and opened anew before the next call: LevelDB goes on writing
 * behind a half-written record of its log, and would not find what follows it at the next start.
 * @param warn told of every error of the store
 * @throws Error the folder holds no readable store, or another process has it open
 */
export async function openEmbeddedDynamodb(
  folder: string,
  warn: (line: string) => void = () => undefined,
): Promise<EmbeddedDynamodb> {
  let store: Promise<Store> = openStore(folder);
  await store;
  const damage = await readStoreDamage(folder);
  const failed = new WeakSet<Store>();

  const renew = async (old: Store): Promise<Store> => {
    await old.db.close().catch(() => undefined);
    return openStore(folder);
  };
  const current = async (): Promise<Store> => {
    const mine = store;
    const opened = await mine.catch(() => undefined);
    if (opened && !failed.has(opened)) return opened;
    if (mine === store) store = opened ? renew(opened) : openStore(folder);
    return store;
  };
  return {
    damage,
    async call(operation, input) {
      let used: Store | undefined;
      try {
        used = await current();
        return await runOperation(used, operation, input);
      } catch (error) {
        if (used && !READS.includes(operation)) failed.add(used);
        warn(`${operation} in ${folder}: ${reasonOf(error)}`);
        const body = { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: reasonOf(error) };
        return { status: 500, body };
      }
    },
    async close() {
      const opened = await store.catch(() => undefined);
      await opened?.db.close();
    },
  };
}

async function openStore(folder: string): Promise<Store> {
  await makeFolder(folder);
  const store = dynalite.create({ path: folder, createTableMs: 0 });
  await store.db.open();
  await finishTables(store);
  closeStreams(store);
  quicken(store);
  return store;
}

/** A process that was killed while dynalite made a table left it CREATING, which nothing would end. */
async function finishTables({ db }: Store): Promise<void> {
  for await (const [key, made] of db.iterator({ gte: 'table~', lt: 'table~\xff' })) {
    if (typeof made === 'object' && made !== null && 'TableStatus' in made && made.TableStatus === 'CREATING') {
      await db.put(key, { ...made, TableStatus: 'ACTIVE' });
    }
  }
}

/** LevelDB's own words lie below "Database failed to open". */
function reasonOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error ? cause.message : message;
}
