import { CannotStart, reasonOf } from "../../cannot-start.js";
import { DiskStorage } from "./disk-storage.js";
import type { EventStorage } from "./event-storage.js";
import { lockFolder } from "./folder-lock.js";
import { MemoryStorage } from "./memory-storage.js";

/** Where a node keeps its events: nowhere but in its memory, or durably in a folder. */
export type StorageChoice =
  { readonly kind: "memory" } | { readonly kind: "disk"; readonly folder: string };

/** Opens the storage. A folder that another node has open is refused. */
export async function openStorage(choice: StorageChoice): Promise<EventStorage> {
  if (choice.kind === "memory") return new MemoryStorage();
  const { folder } = choice;
  const unlock = await lockFolder(folder);
  try {
    return new DiskStorage(folder, unlock);
  } catch (error) {
    await unlock();
    throw new CannotStart(`The events in ${folder} cannot be opened: ${reasonOf(error)}`);
  }
}
