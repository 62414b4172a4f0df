import { Command } from "commander";
import { reportFailure } from "./failure.js";
import { interruption } from "./interruption.js";
import { findHost } from "./tour/host.js";
import { makeTour } from "./tour/make-tour.js";

async function tour(url: string | undefined): Promise<number> {
  const signal = interruption();
  const host = await findHost(url);
  try {
    const { text, findings } = await makeTour(host, signal);
    process.stdout.write(`\n${text}\n`);
    const wrong = findings.filter(({ faults }) => faults.length > 0);
    for (const { claim, faults } of wrong) {
      console.error(`error: it is not so that ${claim}: ${faults.join("; ")}`);
    }
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await host.stop();
  }
}

const program = new Command("tour")
  .description(
    "Lives a day of business at Minuteserv through the public API of a service in the sandbox,\n" +
      "whose clock it moves on to that day's evening, and shows what the books say of it. Takes\n" +
      "the service that runs on DATA_DIR, or starts one of its own and removes it afterwards.",
  )
  .option("--url <address>", "the service to tour, such as http://127.0.0.1:8000")
  .showHelpAfterError()
  .action(async ({ url }: { readonly url?: string }) => {
    process.exitCode = await tour(url).catch(reportFailure);
  });

await program.parseAsync();
