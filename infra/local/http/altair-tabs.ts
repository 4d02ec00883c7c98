interface AltairTabs {
  readonly url: string;
  readonly apiKey: string;
  /** JavaScript that starts Altair. */
  readonly start: string;
}

/** Longer than a browser takes to open a database, in milliseconds. */
const GIVE_UP_AFTER_MS = 2_000;

/**
 * JavaScript that starts Altair once the tabs it kept in this browser can work: a tab keeps the key that it was made with, which
 * another data folder does not know, and counts as busy for ever when it was closed amid a request. Altair 8 keeps tabs in
 * IndexedDB, each as JSON; what is not as expected there stays as it is.
 */
export function startWithMendedTabs({ url, apiKey, start }: AltairTabs): string {
  return `
const mend = (text) => {
  const tab = JSON.parse(text);
  tab.layout.isLoading = false;
  tab.query.isSubscribed = false;
  if (tab.query.url !== ${JSON.stringify(url)}) return JSON.stringify(tab);
  for (const header of tab.headers) if (header.key.toLowerCase() === 'x-api-key') header.value = ${JSON.stringify(apiKey)};
  const payload = JSON.parse(tab.query.subscriptionConnectionParams || '{}');
  if ('aws_appsync_apiKey' in payload) {
    payload.aws_appsync_apiKey = ${JSON.stringify(apiKey)};
    tab.query.subscriptionConnectionParams = JSON.stringify(payload);
  }
  return JSON.stringify(tab);
};
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const mendTabs = async () => {
  const opening = indexedDB.open('AltairDB');
  // There is none yet, and making it is Altair's own business.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const database = await done(opening);
  try {
    const kept = database.transaction('appState', 'readwrite').objectStore('appState');
    for (const row of await done(kept.getAll())) {
      if (!/::windows::/.test(row.key)) continue;
      try {
        await done(kept.put({ ...row, value: mend(row.value) }));
      } catch {}
    }
  } finally {
    database.close();
  }
};
Promise.race([mendTabs(), new Promise((resolve) => setTimeout(resolve, ${GIVE_UP_AFTER_MS}))])
  .catch(() => undefined)
  .then(() => {
${start}
  });
`;
}
