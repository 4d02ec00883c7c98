import { useEffect, useRef, useState } from 'react';
import type { CodeToken, SnippetCodeProps } from './snippet-code-props.ts';

/** The newest colours there are, line by line; while the code grows they are those of a moment ago. */
export function useColours(props: SnippetCodeProps): readonly (readonly CodeToken[])[] | undefined {
  const { code, language, highlight } = props;
  const [colours, setColours] = useState<readonly (readonly CodeToken[])[]>();
  const job = useRef({ wanted: { code, language, highlight }, isRunning: false });
  useEffect(() => {
    const { current } = job;
    current.wanted = { code, language, highlight };
    if (!current.isRunning) void run();

    async function run(): Promise<void> {
      current.isRunning = true;
      for (let done; done !== current.wanted;) {
        done = current.wanted;
        try {
          setColours(await done.highlight?.(done.code, done.language));
        } catch {
          setColours(undefined);
        }
      }
      current.isRunning = false;
    }
  }, [code, language, highlight]);
  return colours;
}
