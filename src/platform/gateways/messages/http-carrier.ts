import { GatewayRefused, type Messenger } from "../../../kernel/gateway.js";
import { PATIENT, withPatience, type Patience } from "../backoff.js";
import { exchange } from "../http-exchange.js";

export interface HttpCarrierOptions {
  /** Where messages are posted: the provider's own address or a small bridge to it. */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly token: string;
  readonly patience?: Patience;
}

/**
 * SMS and push through any provider that takes JSON over HTTP, as MSG91 and FCM do.
 *
 * `variables` are what a provider fills into its registered templates, which SMS in India need.
 * A repeat after a lost answer may reach the person twice, unless the message has an id and the
 * provider honours it as its idempotency key; a lost code would be worse.
 */
export function httpCarrier({ url, token, patience = PATIENT }: HttpCarrierOptions): Messenger {
  const address = new URL(url);
  return {
    async send({ marketplace, channel, to, subject, text, data, id }) {
      const { status } = await withPatience(patience, () =>
        exchange({
          method: "POST",
          url: address,
          headers: {
            authorization: `Bearer ${token}`,
            ...(id === undefined ? {} : { "idempotency-key": id }),
          },
          body: { marketplace, channel, to, subject, text, variables: data },
          timeout: patience.timeout,
        }),
      );
      if (status >= 300) throw new GatewayRefused(`The ${channel} carrier answered ${status}`);
    },
  };
}
