/**
 * Joins the halves of characters that the pieces of an answer cut apart. A half that stands alone becomes U+FFFD, as it does
 * in UTF-8, in which the file is stored; so the pushed code, the recorded code and the file are alike.
 * @returns gives of each piece what is whole; a first half at the end of a piece waits for the next piece
 */
export function createWholeCharacters(): (piece: string) => string {
  let half = '';
  return (piece) => {
    const text = half + piece;
    half = /[\uD800-\uDBFF]$/.exec(text)?.[0] ?? '';
    return text.slice(0, text.length - half.length).replace(/\p{Surrogate}/gu, '\uFFFD');
  };
}
