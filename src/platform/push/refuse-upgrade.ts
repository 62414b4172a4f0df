import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Refusal } from "../http/answer.js";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** Answers a WebSocket handshake with an HTTP error and ends the connection. */
export function refuseUpgrade(socket: Duplex, { status, body, headers }: Refusal): void {
  const fields = Object.entries({ ...JSON_TYPE, ...headers });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Refused"}`,
      "connection: close",
      ...fields.map(([name, value]) => `${name}: ${value}`),
      `content-length: ${Buffer.byteLength(body)}`,
      "",
      body,
    ].join("\r\n"),
  );
}
