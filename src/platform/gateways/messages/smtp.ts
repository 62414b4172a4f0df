import { createTransport } from "nodemailer";
import { GatewayUnavailable, type Messenger } from "../../../kernel/gateway.js";

export interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://…:587`, which upgrades by STARTTLS. */
  readonly url: string;
  /** The sender: `Minuteserv <no-reply@minuteserv.com>`. */
  readonly from: string;
  /** Milliseconds that the server may keep silent; 10 seconds unless told. */
  readonly timeout?: number;
}

/** A messenger that holds connections. */
export interface ClosableMessenger extends Messenger {
  close(): void;
}

/**
 * Mail over SMTP through a few kept connections.
 *
 * Throws `GatewayUnavailable` when the server cannot be reached or defers the mail (4xx); a mail
 * that it refuses for good (5xx) is the caller's error. A message's id becomes the Message-ID, by
 * which mailboxes know a repeat.
 */
export function smtpMessenger({ url, from, timeout = 10_000 }: SmtpOptions): ClosableMessenger {
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
  return {
    async send({ to, subject, text, id }) {
      const messageId = id === undefined ? {} : { messageId: `<${id}@daybook>` };
      try {
        await transport.sendMail({ from, to, subject, text, ...messageId });
      } catch (cause) {
        if (isFinal(cause)) throw cause;
        throw new GatewayUnavailable("The mail server did not take the mail", { cause });
      }
    },
    close: () => transport.close(),
  };
}

/** SMTP's permanent refusals; everything else may pass later. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !("responseCode" in error)) return false;
  return typeof error.responseCode === "number" && error.responseCode >= 500;
}
