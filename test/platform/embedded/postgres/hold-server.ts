import { startEmbeddedPostgres } from "../../../../src/platform/embedded/postgres/start.js";

/** A process of its own that holds a server until it is killed; the folder is its argument. */
const [, , folder = ""] = process.argv;
const { url } = await startEmbeddedPostgres({ folder, log: console.error, durable: false });
console.log(url);
