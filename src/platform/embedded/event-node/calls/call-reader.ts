import type { ReadReq } from "@eventstore/db-client/generated/streams_pb.js";
import type { ServerWritableStream } from "@grpc/grpc-js";
import type { Reader } from "../reading/reader.js";

/** So much may be on its way to one client before the node waits for it. */
const MESSAGES_AHEAD = 512;
const BYTES_AHEAD = 1024 * 1024;

/** After so many steps other calls get a turn. */
const STEPS_PER_TURN = 512;

/** A Read call as something that events can be sent to, no faster than it takes them. */
export class CallReader implements Reader {
  readonly #call: ServerWritableStream<ReadReq, Buffer>;
  readonly #onClose: (() => void)[] = [];
  #closed = false;
  #bytes = 0;
  #steps = 0;

  constructor(call: ServerWritableStream<ReadReq, Buffer>) {
    this.#call = call;
    const close = (): void => {
      this.#closed = true;
      for (const listener of this.#onClose.splice(0)) listener();
    };
    call.once("cancelled", close);
    call.once("close", close);
    call.on("error", close);
  }

  get closed(): boolean {
    return this.#closed || this.#call.cancelled;
  }

  onClose(listener: () => void): void {
    this.#onClose.push(listener);
  }

  send(message: Buffer): Promise<void> | undefined {
    if (this.closed) return undefined;
    this.#bytes += message.length;
    const room = this.#call.write(message);
    if (room) {
      this.#bytes = 0;
      return undefined;
    }
    const ahead = this.#bytes < BYTES_AHEAD && this.#call.writableLength < MESSAGES_AHEAD;
    return ahead ? undefined : this.#drained();
  }

  breathe(): Promise<void> | undefined {
    this.#steps += 1;
    if (this.#steps % STEPS_PER_TURN !== 0) return undefined;
    return new Promise((resolve) => setImmediate(resolve));
  }

  #drained(): Promise<void> {
    return new Promise<void>((resolve) => {
      const go = (): void => {
        this.#bytes = 0;
        this.#call.off("drain", go);
        resolve();
      };
      this.#call.once("drain", go);
      this.#onClose.push(go);
    });
  }
}
