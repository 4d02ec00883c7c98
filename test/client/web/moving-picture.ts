/** One picture of several, and for how long it is seen. */
export interface Frame {
  readonly base64: string;
  readonly lastsMs: number;
}

/**
 * Makes one SVG of pictures that follow each other for ever. It runs no script, so that it moves where it is shown as a
 * picture too; who asked for less motion sees the last one.
 */
export function movingPicture(
  frames: readonly Frame[],
  { width, height }: { readonly width: number; readonly height: number },
  type: string,
): string {
  const whole = frames.reduce((sum, { lastsMs }) => sum + lastsMs, 0);
  const rules: string[] = [];
  const images: string[] = [];
  let at = 0;
  for (const [index, { base64, lastsMs }] of frames.entries()) {
    const share = (ms: number): string => `${((100 * ms) / whole).toFixed(3)}%`;
    rules.push(
      `@keyframes f${index}{0%{visibility:hidden}${share(at)}{visibility:visible}${share(at + lastsMs)}{visibility:hidden}}`,
      `#f${index}{animation-name:f${index}}`,
    );
    images.push(`<image id="f${index}" width="${width}" height="${height}" href="data:${type};base64,${base64}"/>`);
    at += lastsMs;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<style>
image{visibility:hidden;animation:${whole}ms step-end infinite}
${rules.join('\n')}
@media (prefers-reduced-motion:reduce){image{animation:none!important}image:last-of-type{visibility:visible}}
</style>
${images.join('\n')}
</svg>
`;
}
