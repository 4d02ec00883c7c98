type Status = { totalSize: number; downloadedSize: number };

const MEGABYTE = 1_000_000;

/** Tells of a download where no progress bar can be drawn: a line when it begins and one for each tenth of it. */
export function downloadLines(
  source: string,
  output: { readonly isTTY?: boolean; write(text: string): unknown },
): (status: Status) => void {
  let told = -1;
  return ({ totalSize, downloadedSize }) => {
    const tenths = totalSize > 0 ? Math.floor((downloadedSize / totalSize) * 10) : 0;
    if (output.isTTY || tenths <= told) return;
    told = tenths;
    const size = `${Math.round(downloadedSize / MEGABYTE)} of ${Math.round(totalSize / MEGABYTE)} MB`;
    output.write(`Downloading ${source}: ${tenths * 10} % (${size})\n`);
  };
}
