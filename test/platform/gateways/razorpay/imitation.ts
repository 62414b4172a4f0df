import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { imitatedBooks, type Books } from "./imitated-books.js";

/** What goes wrong with one request before the next goes right again. */
export type Fault =
  | { readonly kind: "status"; readonly status: number }
  /** The connection breaks before Razorpay has seen the request. */
  | { readonly kind: "lost request" }
  /** Razorpay has done its work, but its answer never arrives. */
  | { readonly kind: "lost answer" }
  | { readonly kind: "silence" };

export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: Record<string, unknown>;
}

/** An HTTP server that answers as Razorpay's documentation prints it. */
export interface Imitation {
  readonly origin: string;
  readonly books: Books;
  readonly seen: SeenRequest[];
  readonly faults: Fault[];
  close(): Promise<void>;
}

export async function imitateRazorpay(): Promise<Imitation> {
  const books = imitatedBooks();
  const seen: SeenRequest[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const call = await read(request);
      seen.push(call);
      const fault = faults.shift();
      if (fault?.kind === "silence") return;
      if (fault?.kind === "lost request") return request.socket.destroy();
      if (fault?.kind === "status") return answer(response, fault.status, { fault });
      const { status, body } = books.answer(call);
      if (fault?.kind === "lost answer") return request.socket.destroy();
      answer(response, status, body);
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    books,
    seen,
    faults,
    async close() {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function read(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? "",
    url: new URL(request.url ?? "", "http://razorpay"),
    headers: request.headers,
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
