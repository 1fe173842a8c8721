// How figures are printed: Markdown tables on standard output.

export const seconds = (number) => `${number.toFixed(2)} s`;
export const megabytes = (bytes) => `${Math.round(bytes / 1048576)} MiB`;
export const times = (number) => `${number.toFixed(2)}×`;

export function table(head, rows) {
  console.log(`| ${head.join(" | ")} |\n|${head.map(() => "---|").join("")}`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}
