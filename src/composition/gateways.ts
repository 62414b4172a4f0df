import type { Messenger, PaymentGateway } from "../kernel/gateway.js";
import { InvalidSettings } from "../config/config.js";
import { messengerByChannel } from "../platform/gateways/messages/by-channel.js";
import { httpCarrier } from "../platform/gateways/messages/http-carrier.js";
import { sandboxOutbox, type Outbox } from "../platform/gateways/messages/outbox.js";
import { smtpMessenger } from "../platform/gateways/messages/smtp.js";
import { razorpayGateway } from "../platform/gateways/razorpay/gateway.js";
import {
  pretendRazorpay,
  type PretendRazorpay,
} from "../platform/gateways/razorpay/pretend/gateway.js";
import {
  webhookSubscribers,
  type WebhookSubscribers,
} from "../platform/gateways/subscribers/webhook-subscribers.js";
import type { Foundation } from "./foundation.js";

export interface Gateways {
  readonly payments: PaymentGateway;
  readonly messenger: Messenger;
  readonly subscribers: WebhookSubscribers;
  /** The pretended outside world; undefined outside the sandbox. */
  readonly pretended: { readonly razorpay: PretendRazorpay; readonly outbox: Outbox } | undefined;
  close(): Promise<void>;
}

/**
 * The outside world, real or pretended by configuration.
 *
 * @param webhookUrl where the pretended Razorpay delivers; known only once the server listens
 * @param timeout milliseconds for the answer to a webhook, other than usual
 */
export function openGateways(
  foundation: Foundation,
  webhookUrl: () => string,
  timeout?: number,
): Gateways {
  const { config, database, clock } = foundation;
  const { secret } = config.webhooks;
  const patience = timeout === undefined ? {} : { timeout };
  const subscribers = webhookSubscribers({ database, clock, secret, ...patience });
  const others = config.sandbox ? pretend(foundation, webhookUrl, timeout) : real(foundation);
  return { ...others, subscribers };
}

type Others = Omit<Gateways, "subscribers">;

function pretend(
  { config, database, clock, log }: Foundation,
  webhookUrl: () => string,
  timeout: number | undefined,
): Others {
  const outbox = sandboxOutbox(database, clock);
  const razorpay = pretendRazorpay({
    database,
    secrets: config.razorpay,
    clock,
    webhookUrl,
    ...(timeout === undefined ? {} : { webhookTimeout: timeout }),
    onError: (error) => log.warn({ err: error }, "a pretended webhook was not delivered"),
  });
  return {
    payments: razorpay,
    messenger: outbox,
    pretended: { razorpay, outbox },
    close: () => razorpay.close(),
  };
}

function real({ config }: Foundation): Others {
  const { smtp, sms, push } = config;
  if (smtp === undefined || sms === undefined || push === undefined) {
    throw new InvalidSettings(
      "Without the sandbox SMTP_URL, SMTP_FROM, SMS_URL, SMS_TOKEN, PUSH_URL and PUSH_TOKEN " +
        "must be set: nobody could sign in otherwise.",
    );
  }
  const mail = smtpMessenger(smtp);
  return {
    payments: razorpayGateway(config.razorpay),
    messenger: messengerByChannel({
      email: mail,
      sms: httpCarrier(sms),
      push: httpCarrier(push),
    }),
    pretended: undefined,
    close: () => Promise.resolve(mail.close()),
  };
}
