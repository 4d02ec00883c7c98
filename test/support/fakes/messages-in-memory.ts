import type { MessageFolder, StoredMessage } from '../../../infra/local/lambda/message-folder.ts';

/** Messages that are kept as long as the test runs; `kept` are those that are not done. */
export interface MessagesInMemory<Body> extends MessageFolder<Body> {
  readonly kept: Body[];
}

export function keepMessages<Body>(found: readonly Body[] = []): MessagesInMemory<Body> {
  const all = new Map<string, Body>(found.map((body, index) => [`found-${index}`, body]));
  return {
    found: [...all].map(([name, body]): StoredMessage<Body> => ({ name, body })),
    get kept() {
      return [...all.values()];
    },
    async add(body) {
      const message = { name: `added-${all.size}`, body };
      all.set(message.name, body);
      return message;
    },
    async remove({ name }) {
      all.delete(name);
    },
  };
}
