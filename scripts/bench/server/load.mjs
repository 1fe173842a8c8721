// Requests over a few connections, each sent when the one before was answered.
import { connect } from "node:net";

/** Sends `count` times the same bytes over each connection; gives the statuses that came. */
export async function load(port, bytes, { count, connections }) {
  const statuses = new Set();
  const one = () =>
    new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => socket.write(bytes));
      let left = count;
      let text = "";
      socket.setEncoding("latin1");
      socket.on("data", (piece) => {
        text += piece;
        const end = text.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
        if (text.length < end + 4 + length) return;
        statuses.add(Number(text.slice(9, 12)));
        text = "";
        left--;
        if (left > 0) socket.write(bytes);
        else {
          socket.end();
          resolve();
        }
      });
      socket.on("error", reject);
    });
  await Promise.all(Array.from({ length: connections }, one));
  return [...statuses];
}
