// Lets a browser save a file; it never leaves the computer.

/** How long a browser may take to begin with the file [ms]. */
const KEPT = 60_000;

export function save(name: string, data: string | DataView<ArrayBuffer>, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([data], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
