import { Readable } from 'node:stream';
import type { Store } from 'dynalite/db/index.js';

/**
 * Makes a store close the iterator of a query or a scan once it is read to its end or given up. dynalite closes it by a
 * method `return`, which the iterators of abstract-level do not have, so that each stays open and holds on to memory and
 * to old files of the table: https://github.com/Level/abstract-level/blob/v3.1.1/README.md#iteratorclose
 */
export function closeStreams({ db }: Store): void {
  db.createValueStream = (range) => Readable.from(db.values(range));
}
