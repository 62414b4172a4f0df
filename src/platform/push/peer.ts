import type { WebSocket } from "ws";
import type { Socket, SocketListener } from "../../kernel/socket.js";

/** Bytes that may wait for a slow peer before it is cut off. */
const MOST_WAITING = 1_048_576;

const TRY_LATER = 1013;
const NOT_JSON = 1007;
const SIGNED_OUT = 4401;

/** One connected peer: JSON both ways, a bounded queue, and a pulse. */
export class Peer implements Socket {
  readonly #socket: WebSocket;
  /** False once the peer's token has run out or its session has ended. */
  readonly #stillWelcome: () => Promise<boolean>;
  #alive = true;

  constructor(socket: WebSocket, stillWelcome: () => Promise<boolean>) {
    this.#socket = socket;
    this.#stillWelcome = stillWelcome;
    // Nothing is read before somebody listens.
    socket.pause();
    socket.on("pong", () => {
      this.#alive = true;
    });
    // A broken connection also closes, which is what the listener hears of.
    socket.on("error", () => socket.terminate());
  }

  send(message: object): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MOST_WAITING) this.#socket.close(TRY_LATER, "too slow");
    else this.#socket.send(JSON.stringify(message));
  }

  close(code = 1000): void {
    this.#socket.close(code);
  }

  /** Ends the connection without waiting for the peer. */
  cut(): void {
    this.#socket.terminate();
  }

  attach(listener: SocketListener): void {
    if (this.#socket.readyState === this.#socket.CLOSED) return listener.closed?.();
    this.#socket.on("close", () => listener.closed?.());
    this.#socket.on("message", (data: Buffer) => {
      try {
        listener.message?.(JSON.parse(data.toString("utf8")));
      } catch {
        this.#socket.close(NOT_JSON, "not JSON");
      }
    });
    this.#socket.resume();
  }

  /** Asks for a sign of life; one that gave none since the last time is cut off. */
  async beat(): Promise<void> {
    if (!this.#alive) return this.cut();
    if (!(await this.#stillWelcome())) return this.close(SIGNED_OUT);
    this.#alive = false;
    this.#socket.ping();
  }
}
