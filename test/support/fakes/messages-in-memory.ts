import type { MessageFolder, StoredMessage } from '../../../infra/local/lambda/message-folder.ts';

/** Messages that are kept as long as the test runs; `kept` are those that are not done. */
export interface MessagesInMemory<Body> extends MessageFolder<Body> {
  readonly kept: Body[];
}

/** @param tries how often those that are found were handed out in vain */
export function keepMessages<Body>(found: readonly Body[] = [], tries = 0): MessagesInMemory<Body> {
  const all = new Map<string, Body>(found.map((body, index) => [`found-${index}`, body]));
  return {
    found: [...all].map(([name, body]): StoredMessage<Body> => ({ name, body, tries })),
    get kept() {
      return [...all.values()];
    },
    async add(body) {
      const message = { name: `added-${all.size}`, body, tries: 0 };
      all.set(message.name, body);
      return message;
    },
    countTry: async (message) => ({ ...message, tries: message.tries + 1 }),
    async remove({ name }) {
      all.delete(name);
    },
  };
}
