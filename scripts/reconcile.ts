import { Command, InvalidArgumentError } from "commander";
import type { Foundation } from "../src/composition/foundation.js";
import { openGateways } from "../src/composition/gateways.js";
import { reconciliationOn } from "../src/composition/reconciliation.js";
import { SYSTEM } from "../src/kernel/event.js";
import { toMajorText } from "../src/kernel/money.js";
import { isRejection } from "../src/kernel/rejection.js";
import { MARKETPLACE } from "../src/markets/minuteserv/policy.js";
import type { DayReconciled } from "../src/modules/reconciliation/events.js";
import { watchProcesses } from "../src/platform/processing/watch-processes.js";
import { watchProgress } from "../src/platform/projecting/progress.js";
import { reportFailure } from "./failure.js";
import { withFoundation } from "./open-stores.js";

interface Flags {
  readonly date: string;
  readonly marketplace: string;
}

function day(text: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(at)) return text;
  throw new InvalidArgumentError("It must be a day such as 2024-01-20.");
}

async function reconcile(foundation: Foundation, flags: Flags): Promise<number> {
  const { database, eventLog } = foundation;
  // Only a checkout that is played in the sandbox delivers webhooks; this script plays none.
  const gateways = openGateways(foundation, () => "");
  const projected = watchProgress(database);
  const processed = watchProcesses(database, eventLog.feed);
  try {
    const progress = { projected, processed };
    const reconciliation = reconciliationOn(foundation, gateways.payments, progress);
    const done = await reconciliation.run(flags.marketplace, flags.date, SYSTEM);
    if (isRejection(done)) {
      console.error(`error: ${done.message}`);
      return 1;
    }
    print(done.report, done.changed);
    return done.report.differences.length === 0 ? 0 : 2;
  } finally {
    processed.close();
    projected.close();
    await gateways.close();
  }
}

function print(report: DayReconciled, changed: boolean): void {
  const { marketplace, date, gateway, gatewayPayments, gatewayTotal, currency } = report;
  const total = `${toMajorText(gatewayTotal)} ${currency}`;
  console.log(`${marketplace}, ${date}, ${gateway}`);
  console.log(`  captured at the gateway  ${gatewayPayments} (${total})`);
  console.log(`  agreed with the books    ${report.agreed}`);
  console.log(`  healed                   ${report.healed.length}`);
  for (const { gatewayPaymentId, gatewayRefundId, orderId, amount } of report.healed) {
    const id = gatewayRefundId ?? gatewayPaymentId;
    console.log(`    ${id} of ${orderId}: ${toMajorText(amount)}`);
  }
  console.log(`  settled to the bank      ${report.settlements.length}`);
  for (const { gatewaySettlementId, utr, net } of report.settlements) {
    console.log(`    ${gatewaySettlementId} as ${utr ?? "-"}: ${toMajorText(net)}`);
  }
  console.log(`  differences              ${report.differences.length}`);
  for (const { kind, gatewayPaymentId, reference, ...one } of report.differences) {
    const sides = [one.atGateway, one.recorded ?? one.posted].map((side) =>
      side === null ? "-" : toMajorText(side),
    );
    const of = one.orderId ?? reference ?? "-";
    console.log(`    ${kind} ${gatewayPaymentId ?? "-"} of ${of}: ${sides.join(" / ")}`);
  }
  console.log(changed ? "The report was stored." : "Nothing has changed since the last run.");
}

const program = new Command("reconcile")
  .description(
    "Compares the gateway's payments of a day with the books. Captures whose webhook never came\n" +
      "are applied; other differences are reported: amount at the gateway / in our records.\n" +
      "Ends with 2 when there are any. Running it twice changes nothing the second time.",
  )
  .requiredOption("--date <day>", "a calendar day at the market's place, such as 2024-01-20", day)
  .option("--marketplace <name>", "whose payments", MARKETPLACE)
  .showHelpAfterError()
  .action(async (flags: Flags) => {
    process.exitCode = await withFoundation((foundation) => reconcile(foundation, flags)).catch(
      reportFailure,
    );
  });

await program.parseAsync();
