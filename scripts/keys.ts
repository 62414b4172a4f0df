import { Command } from "commander";
import { reportFailure } from "./failure.js";
import { eraseSubject } from "./keys/erase-subject.js";
import { rotateMaster } from "./keys/rotate-master.js";
import { withFoundation } from "./open-stores.js";

const program = new Command("keys").description("The keys that personal data is sealed with.");

program
  .command("erase")
  .description(
    "Destroys a person's key for good. Their name, contact and addresses can then be read by\n" +
      "nobody, in the log, its backups or the read models; the books still balance.",
  )
  .argument("<subject>", "the id of the account or partner")
  .option("--yes", "do not ask")
  .showHelpAfterError()
  .action(async (subject: string, { yes }: { readonly yes?: true }) => {
    process.exitCode = await withFoundation((foundation) =>
      eraseSubject(foundation, subject, yes === true),
    ).catch(reportFailure);
  });

program
  .command("rotate")
  .description(
    "Wraps everybody's key under MASTER_KEY that MASTER_KEY_PREVIOUS had wrapped, while the\n" +
      "service stays up. An interrupted run is finished by the next; then the old key may go.",
  )
  .showHelpAfterError()
  .action(async () => {
    process.exitCode = await withFoundation(rotateMaster).catch(reportFailure);
  });

await program.parseAsync();
