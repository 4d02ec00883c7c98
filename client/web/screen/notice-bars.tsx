interface NoticeBarsProps {
  readonly offline: boolean;
  readonly connection: 'lost' | 'back' | 'fine';
}

/** What is the matter with the line, as long as it is. */
export function NoticeBars({ offline, connection }: NoticeBarsProps) {
  return (
    <div class="bars" role="status">
      {offline ? (
        <p class="bar">You are offline. What is loaded can still be read.</p>
      ) : (
        <>
          {connection === 'lost' && <p class="bar">Connection lost. The code goes on being written; trying again…</p>}
          {connection === 'back' && <p class="bar good">Back. Nothing was lost.</p>}
        </>
      )}
    </div>
  );
}
