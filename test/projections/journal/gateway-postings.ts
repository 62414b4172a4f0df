import { provider, type PostingCase } from "./posting-case.js";

const clearing = "asset:gateway:razorpay:clearing";
const withheld = "asset:gateway:razorpay:dispute";
const payment = "c0a9d3e4-6b1f-4b7a-8a5d-9f2e7c4b1d03";

function line(kind: string, gatewayId: string, amount: number, fee = 0, tax = 0) {
  return { kind, gatewayId, gatewayPaymentId: null, paymentId: payment, amount, fee, tax };
}

export const gatewayCases: readonly PostingCase[] = [
  {
    title: "a batch brings the bank its lines less the gateway's fee and the tax on it",
    type: "SettlementReceived",
    entry: [
      ["asset:bank:main", 84_380],
      ["expense:gateway_fee", 3_542],
      ["asset:tax:gst_input", 638],
      [clearing, -88_560],
    ],
  },
  {
    title: "a batch of refunds alone is taken from the bank",
    type: "SettlementReceived",
    changes: {
      lines: [line("refund", "rfnd_a", -88_560)],
      gross: -88_560,
      fee: 0,
      tax: 0,
      net: -88_560,
    },
    entry: [
      ["asset:bank:main", -88_560],
      [clearing, 88_560],
    ],
  },
  {
    title: "a chargeback is withheld by the gateway, which keeps a fee",
    type: "ChargebackOpened",
    entry: [
      [withheld, 177_120],
      ["expense:gateway_fee", 50_000],
      [clearing, -227_120],
    ],
  },
  {
    title: "a chargeback that is won comes back to be settled",
    type: "ChargebackWon",
    entry: [
      [clearing, 177_120],
      [withheld, -177_120],
    ],
  },
  {
    title: "a chargeback that is lost is the provider's debt for their part, and a loss",
    type: "ChargebackLost",
    entry: [
      [`asset:provider:${provider}:receivable`, 123_984],
      ["expense:chargeback_loss", 53_136],
      [withheld, -177_120],
    ],
  },
  {
    title: "a chargeback that nobody else bears is a loss",
    type: "ChargebackLost",
    changes: { providerId: null, fromProvider: 0, loss: 177_120 },
    entry: [
      ["expense:chargeback_loss", 177_120],
      [withheld, -177_120],
    ],
  },
];
