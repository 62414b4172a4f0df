import { connect, type Socket } from "node:net";

export interface Heard {
  readonly status: number;
  readonly body: string;
}

interface Waiting {
  resolve(heard: Heard): void;
  reject(error: Error): void;
}

/**
 * One kept-alive HTTP connection with one request under way at a time. It reads no more of HTTP
 * than our own service writes: a general client would take the processor from what is measured.
 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #waiting: Waiting | undefined;
  #received: Buffer = Buffer.alloc(0);

  constructor({ hostname, port, host }: URL) {
    this.#host = host;
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.on("data", (bytes) => this.#take(bytes));
    this.#socket.on("error", (error) => this.#waiting?.reject(error));
    this.#socket.on("close", () => this.#waiting?.reject(new Error("the service hung up")));
  }

  send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<Heard> {
    const text = body === undefined ? "" : JSON.stringify(body);
    const head = Object.entries({
      host: this.#host,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      "content-length": String(Buffer.byteLength(text)),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#socket.write(`${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n${text}`);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    const end = this.#received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = this.#received.toString("latin1", 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const body = this.#received.toString("utf8", end + 4, end + 4 + length);
    this.#received = Buffer.alloc(0);
    this.#waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
