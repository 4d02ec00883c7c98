import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionState } from '../realtime/realtime-client.ts';

/** For how long it is said that the connection is there again, in milliseconds. */
const BACK_MS = 6_000;

/** What is to be said of the connection: that it is lost, and for a while that it is back. */
export function useConnectionNotice(connection: ConnectionState): 'lost' | 'back' | 'fine' {
  const [notice, setNotice] = useState<'lost' | 'back' | 'fine'>('fine');
  const wasLost = useRef(false);
  useEffect(() => {
    if (connection === 'lost') {
      wasLost.current = true;
      setNotice('lost');
    }
    if (connection !== 'open' || !wasLost.current) return;
    wasLost.current = false;
    setNotice('back');
    const timer = setTimeout(() => setNotice('fine'), BACK_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  return notice;
}
