const comment = /^(?:#|\/\/|\/\*|\*|--|;;|%|\(\*|<!--)/u;
const listMark = /^(?:[-*+>•]|\d+[.)])\s+/u;

const codeLine = [
  /(?:[;{}(),:[\]\\]|=>)$/u,
  /^(?:#|\/\/|\/\*|\*|--|;;|%|@|\$|\(|<[\w?!/])/u,
  /^(?:import|package|using|use|def|class|function|func|fun|fn|let|const|var|val|public|private|module|return|end)\b/u,
  /^from \S+ import\b/u,
  /^(?:if|for|while|switch)\b.*(?:\(|:$|\bthen$|\bdo$)/u,
  /^(?:SELECT|CREATE|INSERT|UPDATE|DELETE|WITH|FROM|WHERE|GROUP BY|ORDER BY|JOIN|LEFT JOIN|LIMIT)\b/u,
  /^(?: {2}|\t)/u,
  / = |:=|->|<-|::|\(\)/u,
];

const proseLine = [
  /^\p{Lu}\p{Ll}*(?:['’]\p{Ll}+)?(?:,? \p{Ll}+){2}/u,
  /^I(?:['’]\p{Ll}+)? \p{Ll}/u,
  /^(?:Sorry|Unfortunately|Sure|Certainly|Of course|As an|Please|However|Note)\b/u,
  /^(?:\S+\s+){5,}\S*[.!?:]$/u,
];

/** Whether a text without any fence is code as a whole; when in doubt it is not. */
export function looksLikeCode(text: string): boolean {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  if (lines.some(isProse)) return false;
  const [first, ...rest] = lines;
  if (first === undefined || !isCode(first)) return false;
  return 1 + rest.filter(isCode).length >= lines.length * 0.6;
}

function isProse(line: string): boolean {
  const bare = line.trim();
  if (comment.test(bare) && !listMark.test(bare)) return false;
  return proseLine.some((pattern) => pattern.test(bare.replace(listMark, '')));
}

function isCode(line: string): boolean {
  return codeLine.some((pattern) => pattern.test(line.trimEnd()));
}
