import { deriveId } from "../kernel/ids.js";
import { defineProcess, send } from "../kernel/process.js";
import type { PairEvent } from "../modules/pair/events.js";
import { pairs } from "../modules/pair/pair.js";
import type { WalletEvent } from "../modules/wallet/events.js";
import { wallets } from "../modules/wallet/wallet.js";

/**
 * A matched pair's earning goes to the earner's wallet, and what is deducted for instalments out
 * of it again in the same append (EV-R150); the pair is processed once it is there (EV-R152).
 */
export const creditMatchedPair = defineProcess<PairEvent | WalletEvent>({
  name: "credit-matched-pair",
  on: {
    PairMatched({ data }) {
      const { pairId, earnerId, currency, earning, emiDeducted, pairNumber } = data;
      const reference = { type: "binary_pair", number: data.number, id: pairId };
      const deduction = {
        transactionId: deriveId("pair-deduction", pairId),
        amount: emiDeducted,
        description: `EMI deduction (Pair #${pairNumber})`,
        reference,
      };
      const credit = send(wallets, earnerId, {
        type: "CreditWallet",
        walletId: earnerId,
        ownerId: earnerId,
        currency,
        transactionId: deriveId("pair-earning", pairId),
        amount: earning,
        kind: "pair_bonus",
        description: `Binary pair earning (Pair #${pairNumber})`,
        reference,
        deduction: emiDeducted === 0 ? null : deduction,
      });
      return [credit];
    },
    WalletCredited({ data }) {
      if (data.kind !== "pair_bonus" || data.reference === null) return [];
      const { id: pairId } = data.reference;
      const earnerId = data.ownerId;
      return [send(pairs, earnerId, { type: "MarkPairProcessed", pairId, earnerId })];
    },
  },
});
