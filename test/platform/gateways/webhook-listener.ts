import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

import { eventually } from "../../world/eventually.js";

export interface HeardWebhook {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Takes webhooks like the service's own address would; answers as told. */
export interface WebhookListener {
  readonly url: string;
  readonly heard: HeardWebhook[];
  /** The status of the next answers. */
  status: number;
  /** Resolves once nobody is connected: then nothing is to come that was sent before. */
  deserted(): Promise<void>;
  close(): Promise<void>;
}

export async function listenForWebhooks(): Promise<WebhookListener> {
  const heard: HeardWebhook[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(listener.status).end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const listener: WebhookListener = {
    url: `http://127.0.0.1:${port}/webhook`,
    heard,
    status: 200,
    async deserted() {
      await eventually("nobody connected", () => {
        return new Promise<true | undefined>((resolve, reject) => {
          server.getConnections((error, count) => {
            if (error !== null) reject(error);
            else resolve(count === 0 ? true : undefined);
          });
        });
      });
    },
    async close() {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return listener;
}

/** The webhook that came, if it is the only one. */
export function onlyOne({ heard }: WebhookListener): HeardWebhook {
  const [first, ...more] = heard;
  if (first === undefined || more.length > 0) throw new Error(`${heard.length} webhooks came`);
  return first;
}
