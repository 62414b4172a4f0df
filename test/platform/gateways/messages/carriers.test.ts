import { once } from "node:events";
import { createServer as createTcpServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import test from "ava";
import {
  GatewayRefused,
  GatewayUnavailable,
  type OutgoingMessage,
} from "../../../../src/kernel/gateway.js";
import { messengerByChannel } from "../../../../src/platform/gateways/messages/by-channel.js";
import { httpCarrier } from "../../../../src/platform/gateways/messages/http-carrier.js";
import { smtpMessenger } from "../../../../src/platform/gateways/messages/smtp.js";
import { listenForWebhooks } from "../webhook-listener.js";

const message = {
  marketplace: "minuteserv",
  channel: "sms",
  to: "+919876543210",
  subject: "Your code",
  text: "Your code is 123456 – don't share it",
  data: { otp: "123456" },
} as const satisfies OutgoingMessage;

const QUICK = { attempts: 2, firstPause: 1, timeout: 60_000 };

test("a message goes out by the carrier of its channel alone", async (t) => {
  const sent: string[] = [];
  const carrier = (name: string) => ({
    send: ({ to }: OutgoingMessage) => {
      sent.push(`${name} ${to}`);
      return Promise.resolve();
    },
  });
  const messenger = messengerByChannel({
    email: carrier("email"),
    sms: carrier("sms"),
    push: carrier("push"),
  });
  await messenger.send({ ...message, channel: "push", to: "device" });
  await messenger.send(message);
  t.deepEqual(sent, ["push device", `sms ${message.to}`]);
});

test("the HTTP carrier posts the message with its token", async (t) => {
  const provider = await listenForWebhooks();
  const carrier = httpCarrier({ url: provider.url, token: "t0ken", patience: QUICK });
  await carrier.send(message);
  const [heard] = provider.heard;
  t.is(heard?.headers.authorization, "Bearer t0ken");
  const { data, ...rest } = message;
  t.deepEqual(JSON.parse(heard?.body.toString() ?? ""), { ...rest, variables: data });
  await provider.close();
});

test("the HTTP carrier tries 5xx again and gives up with GatewayUnavailable", async (t) => {
  const provider = await listenForWebhooks();
  const carrier = httpCarrier({ url: provider.url, token: "t", patience: QUICK });
  provider.status = 503;
  await t.throwsAsync(carrier.send(message), { instanceOf: GatewayUnavailable });
  t.is(provider.heard.length, 2);
  provider.status = 401;
  await t.throwsAsync(carrier.send(message), { instanceOf: GatewayRefused });
  t.is(provider.heard.length, 3);
  await provider.close();
});

/** An SMTP server of a few lines: says yes to everything but what `answers` overrides. */
async function mailServer(answers: Readonly<Record<string, string>> = {}) {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    let text = "";
    let inData = false;
    socket.write("220 ready\r\n");
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      text += chunk.toString();
      for (let end = text.indexOf("\r\n"); end >= 0 && !inData; end = text.indexOf("\r\n")) {
        const verb = text.slice(0, 4).toUpperCase().trim();
        text = text.slice(end + 2);
        inData = verb === "DATA";
        const usual = inData ? "354 go on" : "250 ok";
        socket.write(`${answers[verb] ?? usual}\r\n`);
      }
      const end = text.indexOf("\r\n.\r\n");
      if (!inData || end < 0) return;
      mails.push(text.slice(0, end));
      text = text.slice(end + 5);
      inData = false;
      socket.write("250 taken\r\n");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `smtp://127.0.0.1:${port}`, mails, close };
}

const FROM = "Minuteserv <no-reply@minuteserv.com>";
const mail = { ...message, channel: "email", to: "asha@example.com" } as const;

test("mail goes out over SMTP", async (t) => {
  const server = await mailServer();
  const messenger = smtpMessenger({ url: server.url, from: FROM });
  await messenger.send(mail);
  t.is(server.mails.length, 1);
  t.regex(server.mails[0] ?? "", /^From: Minuteserv <no-reply@minuteserv\.com>/m);
  t.regex(server.mails[0] ?? "", /^To: asha@example\.com/m);
  t.regex(server.mails[0] ?? "", /^Subject: Your code/m);
  messenger.close();
  server.close();
});

test("an address with a line break smuggles no header in", async (t) => {
  const server = await mailServer();
  const messenger = smtpMessenger({ url: server.url, from: FROM });
  await messenger.send({ ...mail, subject: "Hello\r\nBcc: all@example.com" });
  t.notRegex(server.mails[0] ?? "", /^Bcc:/im);
  messenger.close();
  server.close();
});

test("a deferred mail is GatewayUnavailable, a refused one is not", async (t) => {
  const deferring = await mailServer({ RCPT: "451 try later" });
  const first = smtpMessenger({ url: deferring.url, from: FROM });
  await t.throwsAsync(first.send(mail), { instanceOf: GatewayUnavailable });
  const refusing = await mailServer({ RCPT: "550 no such user" });
  const second = smtpMessenger({ url: refusing.url, from: FROM });
  const refused = await t.throwsAsync(second.send(mail));
  t.false(refused instanceof GatewayUnavailable);
  for (const closable of [first, second, deferring, refusing]) closable.close();
});

test("no mail server at the address is GatewayUnavailable", async (t) => {
  const server = await mailServer();
  server.close();
  const messenger = smtpMessenger({ url: server.url, from: FROM });
  await t.throwsAsync(messenger.send(mail), { instanceOf: GatewayUnavailable });
  messenger.close();
});
