import type { Socket } from "node:net";

/** How HTTP/2 with prior knowledge begins (RFC 9113, section 3.4); no HTTP/1 method does. */
const PREFACE = Buffer.from("PRI ");

/**
 * Waits for a connection's first bytes and calls back with the protocol that they begin; never if
 * it closes before. The bytes are put back, so that whoever takes over reads all of them.
 */
export function tellProtocol(socket: Socket, told: (protocol: "http1" | "http2") => void): void {
  let seen = Buffer.alloc(0);
  const read = (): void => {
    const chunk: unknown = socket.read();
    // Readable without anything to read: the peer has ended.
    if (!Buffer.isBuffer(chunk)) return;
    seen = Buffer.concat([seen, chunk]);
    if (seen.length < PREFACE.length && PREFACE.subarray(0, seen.length).equals(seen)) return;
    socket.off("readable", read);
    socket.unshift(seen);
    told(PREFACE.equals(seen.subarray(0, PREFACE.length)) ? "http2" : "http1");
  };
  socket.on("readable", read);
}
