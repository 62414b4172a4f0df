import { uploadOf } from "../../../kernel/upload.js";
import { PAPER_TYPES } from "../policy.js";

/** A file field: "Maximum file size: 20MB", "Images (JPG, PNG), PDFs" (File Uploads). */
export const paperFile = uploadOf(PAPER_TYPES, {
  missing: "No file was submitted.",
  notAFile: "The submitted data was not a file. Check the encoding type on the form.",
  oversized: "File too large. Maximum file size is 20MB.",
  wrongType: "Unsupported file format. Supported formats: JPG, PNG, PDF.",
});
